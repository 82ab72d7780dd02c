// SQLite for the schema engine.

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { DriverAdapterError, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

// Column for column what Prisma itself creates.
const HISTORY_TABLE = `CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const TABLES = `SELECT type, name FROM sqlite_schema
  WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`

/**
 * The SQLite file at `url` (`file:` and a path) as the engine wants it: see ./databases.mjs.
 */
export function sqliteDatabase(url) {
  const file = url.replace(/^file:/, '')
  const factory = new EngineAdapterFactory({ url })
  return {
    provider: 'sqlite',
    adapterFactory: () => {
      makeFolder(file)
      return bindMigrationAwareSqlAdapterFactory(factory)
    },
    close: () => factory.close(),
    mustExist: async () => mustExist(file),
    create: async () => createFile(file),
    reset: () => factory.reset(),
  }
}

class EngineAdapterFactory extends PrismaBetterSqlite3 {
  #connections = []

  async connect() {
    return this.#prepare(await super.connect())
  }

  async connectToShadowDb() {
    return this.#prepare(await super.connectToShadowDb())
  }

  async reset() {
    const connection = this.#connections[0] ?? (await this.connect())
    await dropEverything(connection)
  }

  // The engine locks the database for itself, and SQLite then keeps its journal until the connection is closed.
  close() {
    for (const connection of this.#connections) connection.dispose()
  }

  #prepare(connection) {
    this.#connections.push(connection)
    return prepareForEngine(connection)
  }
}

async function prepareForEngine(adapter) {
  await rememberNoHistory(adapter)
  const executeRaw = adapter.executeRaw.bind(adapter)
  const executeScript = adapter.executeScript.bind(adapter)
  adapter.executeScript = async (script) => runScript(executeScript, script)
  // A migration reaches the shadow database as one query of many statements, and a query runs only its first.
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query)
    await adapter.executeScript(query.sql)
    return 0
  }
  return adapter
}

// The engine reads "no such table" and its like, and answers in words that leave out which migration failed. Where
// the message begins otherwise it names the migration and repeats the message.
async function runScript(executeScript, script) {
  try {
    await executeScript(script)
  } catch (error) {
    const { originalCode, originalMessage } = error.cause ?? {}
    if (originalMessage === undefined || originalCode !== 'SQLITE_ERROR') throw error
    throw new DriverAdapterError({ kind: 'sqlite', extendedCode: 1, message: `SQLite: ${originalMessage}` })
  }
}

// To this engine a missing history is an error, not a database without history. One with tables and no history is
// somebody else's: that error may stand.
async function rememberNoHistory(adapter) {
  const { rows } = await adapter.queryRaw({
    sql: 'SELECT 1 FROM sqlite_schema LIMIT 1',
    args: [],
    argTypes: [],
  })
  if (rows.length === 0) await adapter.executeScript(HISTORY_TABLE)
}

// The engine's own reset deletes rows and leaves the tables. The file stays: somebody may have it open.
async function dropEverything(connection) {
  const { rows } = await connection.queryRaw({ sql: TABLES, args: [], argTypes: [] })
  const drops = rows.map(([type, name]) => `DROP ${type} "${name.replaceAll('"', '""')}"`)
  const script = ['PRAGMA foreign_keys = OFF', 'BEGIN IMMEDIATE', ...drops, HISTORY_TABLE, 'COMMIT']
  await connection.executeScript(script.join(';\n'))
  await connection.executeScript('PRAGMA foreign_keys = ON')
}

function mustExist(file) {
  if (existsSync(file)) return
  throw Object.assign(new Error(`Database \`${file}\` does not exist.`), { code: 'P1003' })
}

function createFile(file) {
  makeFolder(file)
  closeSync(openSync(file, 'a'))
}

function makeFolder(file) {
  mkdirSync(dirname(resolve(file)), { recursive: true })
}
