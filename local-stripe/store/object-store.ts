// Stripe's objects in SQLite, with statements prepared once. All calls are synchronous: a request is one transaction
// and no other request can come in between.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Kind, Stored, StripeObject } from './stripe-types.ts'

export type ObjectStore = {
  insert<K extends Kind>(kind: K, object: Stored[K], extra?: { parent?: string; hidden?: unknown }): void
  save(object: Stored[Kind]): void
  remove(id: string): void
  find<K extends Kind>(kind: K, id: string): Stored[K] | null
  /** The object of an id, whatever it is. */
  findAny(id: string): StripeObject | null
  /** What Stripe keeps to itself about an object, as JSON; `null` when there is nothing. */
  hidden(id: string): string
  hide(id: string, hidden: unknown): void
  children<K extends Kind>(kind: K, parent: string): Stored[K][]
  page<K extends Kind>(kind: K, page: PageQuery): Stored[K][]
  transaction<T>(work: () => T): T
}

/** Which objects of a kind, in which direction from where. `where` is SQL over `objects`; its values are `values`. */
export type PageQuery = {
  where: string[]
  values: SQLInputValue[]
  after?: string | undefined
  before?: string | undefined
  limit: number
}

/** The object store over an open database. */
export function createObjectStore(database: DatabaseSync): ObjectStore {
  const prepare = rememberStatements(database)
  const insert = prepare(
    'INSERT INTO objects (id, kind, created, parent, body, hidden) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const save = prepare('UPDATE objects SET body = ? WHERE id = ?')
  const remove = prepare('DELETE FROM objects WHERE id = ?')
  const find = prepare('SELECT body FROM objects WHERE id = ? AND kind = ?')
  const findAny = prepare('SELECT body FROM objects WHERE id = ?')
  const hidden = prepare('SELECT hidden FROM objects WHERE id = ?')
  const hide = prepare('UPDATE objects SET hidden = ? WHERE id = ?')
  const children = prepare('SELECT body FROM objects WHERE parent = ? AND kind = ? ORDER BY seq')
  return {
    insert(kind, object, extra = {}) {
      const created = 'created' in object && typeof object.created === 'number' ? object.created : 0
      const secret = extra.hidden === undefined ? null : JSON.stringify(extra.hidden)
      insert.run(object.id, kind, created, extra.parent ?? null, JSON.stringify(object), secret)
    },
    save: (object) => void save.run(JSON.stringify(object), object.id),
    remove: (id) => void remove.run(id),
    find(kind, id) {
      const row = find.get(id, kind)
      return row === undefined ? null : parseBody(kind, row)
    },
    findAny(id) {
      const row = findAny.get(id)
      return row === undefined ? null : JSON.parse(text(row['body']))
    },
    hidden: (id) => text(hidden.get(id)?.['hidden']) || 'null',
    hide: (id, value) => void hide.run(JSON.stringify(value), id),
    children: (kind, parent) => children.all(parent, kind).map((row) => parseBody(kind, row)),
    page: (kind, query) => readPage({ kind, query, prepare }),
    transaction: (work) => inTransaction(database, work),
  }
}

type Prepare = (sql: string) => StatementSync

function rememberStatements(database: DatabaseSync): Prepare {
  const statements = new Map<string, StatementSync>()
  return (sql) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
}

function readPage<K extends Kind>(read: { kind: K; query: PageQuery; prepare: Prepare }): Stored[K][] {
  const { kind, query, prepare } = read
  // Written out, because SQLite uses the partial indexes of schema.ts only for a kind that it can read.
  const conditions = [`kind = '${kind}'`, ...query.where]
  const values: SQLInputValue[] = [...query.values]
  const cursor = query.after ?? query.before
  if (cursor !== undefined) {
    conditions.push(`seq ${query.after === undefined ? '>' : '<'} (SELECT seq FROM objects WHERE id = ?)`)
    values.push(cursor)
  }
  const order = query.before === undefined ? 'DESC' : 'ASC'
  const sql = `SELECT body FROM objects WHERE ${conditions.join(' AND ')} ORDER BY seq ${order} LIMIT ?`
  const rows = prepare(sql).all(...values, query.limit)
  return rows.map((row) => parseBody(kind, row))
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work()
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function parseBody<K extends Kind>(_kind: K, row: Record<string, unknown>): Stored[K] {
  const object: Stored[K] = JSON.parse(text(row['body']))
  return object
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
