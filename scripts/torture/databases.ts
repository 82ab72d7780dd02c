// Databases for proofs: fresh, migrated and seeded as a shop's, and read by the databases' own drivers, so that what is
// checked is what is stored and not what the shop's code makes of it.
import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Pool, types } from 'pg'
import { runToEnd } from '../../e2e/server.ts'
import type { DatabaseKind, Setting } from './proof.ts'

export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

/** A shop's database, seen from outside. Statements number their parameters: $1, $2 … Times are texts, both ways: see `timeOf`. */
export interface Store {
  readonly kind: DatabaseKind
  /** As DATABASE_URL has it. */
  readonly url: string
  /** The file of an SQLite database; null for PostgreSQL. */
  readonly file: string | null
  readonly query: (sql: string, values?: readonly Value[]) => Promise<Row[]>
  /** Puts rows into a table, all in one transaction. */
  readonly insert: (
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ) => Promise<void>
  readonly close: () => Promise<void>
}

type Place = Pick<Setting, 'database' | 'folder' | 'postgresUrl'>

/** Makes a database for this run, up to date and with the seed's catalogue. `name`: small letters, one for each in a run. */
export async function freshDatabase(place: Place, name = 'shop'): Promise<Store> {
  const template = await templateFor(place)
  if (place.database === 'sqlite') {
    const file = join(place.folder, `${name}.db`)
    copyFileSync(template, file)
    return openStore(`file:${file}`)
  }
  const database = `torture_${name.replaceAll(/\W/g, '_')}_${randomBytes(4).toString('hex')}`
  const server = await openStore(serverOf(place).href)
  await server.query(`CREATE DATABASE "${database}" TEMPLATE "${template}"`)
  await server.close()
  return openStore(databaseUrl(place, database))
}

// Migrating and seeding takes seconds, copying what came of it none.
const templates = new Map<string, Promise<string>>()

/** A file, or the name of a database. */
function templateFor(place: Place): Promise<string> {
  const key = place.database === 'sqlite' ? 'sqlite' : serverOf(place).href
  const known = templates.get(key) ?? makeTemplate(place)
  templates.set(key, known)
  return known
}

async function makeTemplate(place: Place): Promise<string> {
  const name = `template_${randomBytes(4).toString('hex')}`
  const file = join(place.folder, '..', `${name}.db`)
  const env = { DATABASE_URL: place.database === 'sqlite' ? `file:${file}` : databaseUrl(place, name) }
  await runToEnd('node_modules/prisma/build/index.js', ['migrate', 'deploy'], env)
  await runToEnd('prisma/seed.ts', [], env)
  return place.database === 'sqlite' ? file : name
}

function serverOf({ postgresUrl }: Place): URL {
  if (postgresUrl === null) throw new Error('This run has no PostgreSQL server')
  return new URL(postgresUrl)
}

function databaseUrl(place: Place, name: string): string {
  const url = serverOf(place)
  url.pathname = `/${name}`
  return url.href
}

/** Opens a database that is there already. */
export async function openStore(url: string): Promise<Store> {
  return url.startsWith('file:') ? openSqlite(url) : openPostgresql(url)
}

/** A time as it is stored, on either database. */
export function storedTime(time: Date): string {
  return time.toISOString().replace('Z', '+00:00')
}

/** Milliseconds of a stored time; null for none. */
export function timeOf(stored: Value | undefined): number | null {
  if (stored === null || stored === undefined) return null
  if (typeof stored === 'number') return stored
  const text = stored.replace(' ', 'T')
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
}

function openSqlite(url: string): Store {
  const file = url.slice('file:'.length)
  const database = new DatabaseSync(file, { timeout: 10_000 })
  const query: Store['query'] = async (sql, values = []) => {
    const given: SQLInputValue[] = [...values]
    return database
      .prepare(sql.replaceAll(/\$(\d+)/g, '?$1'))
      .all(...given)
      .map((row) => ({ ...row }) as Row)
  }
  return {
    kind: 'sqlite',
    url,
    file,
    query,
    async insert(table, columns, rows) {
      database.exec('BEGIN IMMEDIATE')
      await insertRows(query, { table, columns, rows })
      database.exec('COMMIT')
    },
    close: async () => database.close(),
  }
}

// Times without a zone stay texts: the driver would read them in this machine's zone.
const asText = (text: string) => text
const wholeNumber = (text: string) => Number(text)
const plainTypes = new Map<number, (text: string) => unknown>([
  [1114, asText],
  [1184, asText],
  [20, wholeNumber],
  [1700, wholeNumber],
  [114, asText],
  [3802, asText],
])

async function openPostgresql(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    types: { getTypeParser: (id, format) => plainTypes.get(id) ?? types.getTypeParser(id, format) },
  })
  // A connection that breaks while nobody uses it is told here, and replaced by the next query.
  pool.on('error', (error) => console.error('torture: an idle connection broke', error.message))
  return {
    kind: 'postgresql',
    url,
    file: null,
    query: async (sql, values = []) => (await pool.query<Row>(sql, [...values])).rows,
    async insert(table, columns, rows) {
      const client = await pool.connect()
      await client.query('BEGIN')
      await insertRows((sql, values = []) => client.query(sql, [...values]), { table, columns, rows })
      await client.query('COMMIT')
      client.release()
    },
    close: () => pool.end(),
  }
}

interface Rows {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

async function insertRows(
  query: (sql: string, values?: readonly Value[]) => Promise<unknown>,
  { table, columns, rows }: Rows,
): Promise<void> {
  const most = Math.floor(20_000 / columns.length)
  const names = columns.map((column) => `"${column}"`).join(', ')
  for (let first = 0; first < rows.length; first += most) {
    const part = rows.slice(first, first + most)
    const places = part.map(
      (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
    )
    await query(`INSERT INTO "${table}" (${names}) VALUES ${places.join(', ')}`, part.flat())
  }
}
