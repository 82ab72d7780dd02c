// The whole state of Local Stripe in one JSON object, and back: every table with every row, the clock, and how webhooks
// are sent. A digest over it tells a snapshot that was cut or changed, before anything is put back.
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Account } from '../account.ts'
import type { DeliverySettings } from '../events/deliveries.ts'
import { retrySchedules } from '../events/retry-delay.ts'
import { schemaVersion } from '../store/schema.ts'
import { BadOrder, countOf, flagOf, oneOf, type Body } from './control-body.ts'

export type Value = string | number | null
export type Table = { columns: string[]; rows: Value[][] }
/** `clock` in milliseconds. */
export type State = { clock: number; webhooks: DeliverySettings; tables: Record<string, Table> }
export type Snapshot = State & { local_stripe_snapshot: number; schema: number; digest: string }

/** Raised whenever snapshots change their form. */
const form = 1

/** A snapshot of everything there is now. */
export function takeSnapshot(account: Account): Snapshot {
  const { database } = account
  const tables = Object.fromEntries(tableNames(database).map((name) => [name, readTable(database, name)]))
  const state: State = { clock: account.clock(), webhooks: { ...account.deliveries.settings }, tables }
  return { local_stripe_snapshot: form, schema: schemaVersion, ...state, digest: digestOf(state) }
}

/** The state in a snapshot. Throws BadOrder for one of another version, and for one that is broken. */
export function readSnapshot(snapshot: Body, database: DatabaseSync): State {
  if (typeof snapshot['local_stripe_snapshot'] !== 'number')
    throw new BadOrder('This is no snapshot of Local Stripe.')
  if (snapshot['local_stripe_snapshot'] !== form || snapshot['schema'] !== schemaVersion) throw otherVersion()
  const state = {
    clock: countOf(snapshot, 'clock'),
    webhooks: readSettings(snapshot),
    tables: readTables(snapshot),
  }
  if (snapshot['digest'] !== digestOf(state))
    throw new BadOrder('The snapshot is broken: its digest is another.')
  const expected = tableNames(database).map((name) => [name, columnsOf(database, name)])
  const found = Object.entries(state.tables).map(([name, { columns }]) => [name, columns])
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw otherVersion()
  return state
}

function readSettings(snapshot: Body): DeliverySettings {
  const settings = membersOf(snapshot['webhooks'])
  return { held: flagOf(settings, 'held'), retries: oneOf(settings, 'retries', retrySchedules) }
}

function readTables(snapshot: Body): Record<string, Table> {
  const tables = Object.entries(membersOf(snapshot['tables']))
  return Object.fromEntries(tables.map(([name, table]) => [name, parseTable(membersOf(table))]))
}

function parseTable({ columns, rows }: Body): Table {
  const fits =
    Array.isArray(columns) &&
    columns.every((name) => typeof name === 'string') &&
    Array.isArray(rows) &&
    rows.every((row) => Array.isArray(row) && row.length === columns.length && row.every(isValue))
  if (fits) return { columns, rows }
  throw broken()
}

function isValue(value: unknown): value is Value {
  return typeof value === 'string' || typeof value === 'number' || value === null
}

function membersOf(value: unknown): Body {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw broken()
}

function digestOf({ clock, webhooks, tables }: State): string {
  return createHash('sha256')
    .update(JSON.stringify([clock, webhooks, tables]))
    .digest('hex')
}

/** The tables of the state. Named snapshots are none of it, and who listens with the Stripe CLI goes on listening. */
export function tableNames(database: DatabaseSync): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
    AND name NOT IN ('snapshots', 'cli_listeners') ORDER BY name`
  return database
    .prepare(sql)
    .all()
    .map((row) => String(row['name']))
}

function columnsOf(database: DatabaseSync, table: string): string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table)
  return columns.map((row) => String(row['name']))
}

function readTable(database: DatabaseSync, table: string): Table {
  const columns = columnsOf(database, table)
  const all = database.prepare(`SELECT * FROM "${table}"`).all()
  return { columns, rows: all.map((row) => columns.map((name) => valueOf(row[name]))) }
}

function valueOf(value: unknown): Value {
  if (isValue(value)) return value
  throw new Error(`A column holds a ${typeof value}.`)
}

function broken(): BadOrder {
  return new BadOrder('The snapshot is broken: something in it is not what it must be.')
}

function otherVersion(): BadOrder {
  return new BadOrder('The snapshot was taken by another version of Local Stripe.')
}
