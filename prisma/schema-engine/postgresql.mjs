// PostgreSQL for the schema engine.

import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Client, Pool } from 'pg'

// Column for column what Prisma itself creates.
const HISTORY_TABLE = `CREATE TABLE "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`

const TABLES = `SELECT FROM pg_catalog.pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm') LIMIT 1`

// The catalogue's one-byte "char": the adapter does not know it, and the engine wants it told from a text.
const ONE_BYTE_CHAR = 18
const TEXT = 25

const CONNECT_MS = 5_000
const NO_DATABASE = '3D000'
// Node's codes for a certificate that it does not accept are many, such as CERT_HAS_EXPIRED.
const UNTRUSTED = /CERT|UNABLE_TO_VERIFY/
// Prisma's codes and words: https://www.prisma.io/docs/orm/reference/error-reference
const FAILURES = {
  [NO_DATABASE]: { code: 'P1003', say: ({ database }) => `Database \`${database}\` does not exist.` },
  '28P01': {
    code: 'P1000',
    say: ({ host }) => `The database server at \`${host}\` refused user or password.`,
  },
  ECONNREFUSED: { code: 'P1001', say: ({ host }) => `No database server answers at \`${host}\`.` },
  ENOTFOUND: { code: 'P1001', say: ({ host }) => `There is no host \`${host}\`.` },
}
const NO_TRUST = {
  code: 'P1011',
  say: ({ host, reason }) =>
    `The certificate of \`${host}\` is not trusted (${reason}). Add the file of its authority to DATABASE_URL, as sslrootcert=/…/ca.pem.`,
}

/**
 * The PostgreSQL database at `url` as the engine wants it: see ./databases.mjs.
 */
export function postgresqlDatabase(url) {
  const connections = new Connections(url)
  return {
    provider: 'postgresql',
    adapterFactory: () => bindMigrationAwareSqlAdapterFactory(new EngineAdapterFactory(connections)),
    close: () => connections.close(),
    mustExist: () => runOnce(url, 'SELECT 1'),
    create: () => runOnce(inDatabase(url, 'postgres'), `CREATE DATABASE ${quoted(databaseOf(url))}`),
    reset: () => connections.reset(),
  }
}

// What the engine asks for, made by hand: the adapter's own shadow database is dropped while it is connected to it.
class EngineAdapterFactory {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'
  #connections

  constructor(connections) {
    this.#connections = connections
  }

  connect() {
    return this.#connections.open()
  }

  connectToShadowDb() {
    return this.#connections.openShadow()
  }
}

class Connections {
  #url
  #pools = new Set()

  constructor(url) {
    this.#url = url
  }

  async open(url = this.#url) {
    // The engine locks a connection, not a pool.
    const limits = { max: 1, connectionTimeoutMillis: CONNECT_MS, allowExitOnIdle: true }
    const pool = new Pool({ connectionString: url, ...limits })
    this.#pools.add(pool)
    const adapter = prepareForEngine(await new PrismaPg(pool).connect(), pool)
    adapter.dispose = () => this.#end(pool)
    await rememberNoHistory(pool)
    return adapter
  }

  async openShadow() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    await runOnce(this.#url, `CREATE DATABASE ${quoted(name)}`)
    const adapter = await this.open(inDatabase(this.#url, name))
    const { dispose } = adapter
    adapter.dispose = async () => {
      await dispose()
      await runOnce(this.#url, `DROP DATABASE ${quoted(name)}`)
    }
    return adapter
  }

  // The engine's own reset deletes rows and leaves the tables.
  reset() {
    const script = ['DROP SCHEMA public CASCADE', 'CREATE SCHEMA public', HISTORY_TABLE]
    return runOnce(this.#url, script.join(';\n'))
  }

  async close() {
    await Promise.all([...this.#pools].map((pool) => this.#end(pool)))
  }

  async #end(pool) {
    if (this.#pools.delete(pool)) await pool.end()
  }
}

function isChar({ dataTypeID }) {
  return dataTypeID === ONE_BYTE_CHAR
}

function prepareForEngine(adapter, pool) {
  const columnsOfChar = new WeakMap()
  const ask = pool.query.bind(pool)
  pool.query = async (...args) => {
    const { fields = [], ...rest } = await ask(...args)
    if (rest.rows) columnsOfChar.set(rest.rows, fields.map(isChar))
    return {
      ...rest,
      fields: fields.map((field) => (isChar(field) ? { ...field, dataTypeID: TEXT } : field)),
    }
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const { columnTypes, ...rest } = await queryRaw(query)
    const ofChar = columnsOfChar.get(rest.rows)
    return {
      ...rest,
      columnTypes: columnTypes.map((type, at) => (ofChar[at] ? ColumnTypeEnum.Character : type)),
    }
  }
  // As one script and so as one transaction; the adapter cuts it at every semicolon, inside a text too.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
  }
  return adapter
}

// To this engine a missing history is an error, not a database without history. One with tables and no history is
// somebody else's: that error may stand.
async function rememberNoHistory(pool) {
  const { rowCount } = await pool.query(TABLES)
  if (rowCount === 0) await pool.query(HISTORY_TABLE)
}

async function runOnce(url, sql) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  try {
    await client.connect()
    await client.query(sql)
  } catch (error) {
    throw inPrismasWords(error, url)
  } finally {
    await client.end()
  }
}

function inPrismasWords(error, url) {
  const failure = UNTRUSTED.test(error.code) ? NO_TRUST : FAILURES[error.code]
  if (failure === undefined) return error
  const message = failure.say({
    host: new URL(url).host,
    database: databaseOf(url),
    reason: error.message.replace(/;.*/s, ''),
  })
  return Object.assign(new Error(message, { cause: error }), { code: failure.code })
}

function databaseOf(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function inDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`
}
