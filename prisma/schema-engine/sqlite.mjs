// SQLite for the schema engine.

import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'

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
    mustExist: () => mustExist(file),
    create: () => withFile(file, () => {}),
    reset: () => withFile(file, dropEverything),
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
  // A migration reaches the shadow database as one query of many statements, and a query runs only its first.
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query)
    await adapter.executeScript(query.sql)
    return 0
  }
  return adapter
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
function dropEverything(db) {
  db.pragma('foreign_keys = OFF')
  const things = db
    .prepare(
      `SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all()
  const drop = db.transaction(() => {
    for (const { type, name } of things) db.exec(`DROP ${type} "${name.replaceAll('"', '""')}"`)
    db.exec(HISTORY_TABLE)
  })
  drop.immediate()
}

function mustExist(file) {
  if (existsSync(file)) return
  throw Object.assign(new Error(`Database \`${file}\` does not exist.`), { code: 'P1003' })
}

function withFile(file, work) {
  makeFolder(file)
  const db = new Database(file)
  try {
    work(db)
  } finally {
    db.close()
  }
}

function makeFolder(file) {
  mkdirSync(dirname(resolve(file)), { recursive: true })
}
