// Prisma's adapter has SQLite compile the text of every query anew, and a shop says the same few hundred things all day.

import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

// More than the shop's own queries; a text made of its arguments must not fill the memory.
const MOST = 500

/** A statement of better-sqlite3's, as far as the adapter uses it. */
interface Statement {
  readonly reader: boolean
  readonly columns: () => unknown[]
  readonly run: (...args: unknown[]) => unknown
  readonly raw: () => Statement
  readonly all: (...args: unknown[]) => unknown[]
}

/** Makes `connection` keep its compiled statements. Throws when the adapter no longer has its database where it had it. */
export function keepStatements(connection: SqlDriverAdapter): void {
  const database = databaseOf(connection)
  const compile = database.prepare.bind(database)
  const kept = new Map<string, Reusable>()
  const prepare = (sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    if (kept.size >= MOST) kept.clear()
    const statement = asReusable(compile(sql), sql)
    kept.set(sql, statement)
    return statement
  }
  Object.assign(database, { prepare })
}

type Reusable = ReturnType<typeof asReusable>

// The adapter binds arguments for good, which a statement takes once; these are given at each run instead. Its columns take as
// long to ask for as a small query takes, and are what they were, unless it says `*`.
function asReusable(statement: Statement, sql: string) {
  const isFixed = !sql.includes('*')
  let columns: unknown[] | undefined
  return {
    bind: (args: unknown[]) => ({
      reader: statement.reader,
      columns: () => (isFixed ? (columns ??= statement.columns()) : statement.columns()),
      run: () => statement.run(...args),
      raw: () => ({ all: () => statement.raw().all(...args) }),
    }),
  }
}

function databaseOf(connection: SqlDriverAdapter): { prepare: (sql: string) => Statement } {
  const database: unknown = Reflect.get(connection, 'client')
  if (typeof database === 'object' && database !== null && 'prepare' in database)
    return database as { prepare: (sql: string) => Statement }
  throw new Error('Prisma’s adapter keeps its database elsewhere: see prisma/sqlite-statements.ts')
}
