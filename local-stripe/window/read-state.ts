// What the window asks of the database: pages by key and counts that stop, so that ten thousand objects are as quick to
// look at as ten.
import type { Account } from '../account.ts'

export type Json = Record<string, unknown>
/** `created` in seconds. */
export type StoredObject = { seq: number; id: string; kind: string; created: number; body: Json }
/** A kind with how many there are of it, counted as far as `countedTo`. */
export type KindCount = { kind: string; count: number }
/** `due` in milliseconds. */
export type Due = { due: number; task: string; subject: string }

export const countedTo = 1000
export const pageSize = 50

/** Every kind that there is, found by leaps over the index. */
const kinds = `
  WITH RECURSIVE kinds (kind) AS (
    SELECT min(kind) FROM objects
    UNION ALL
    SELECT (SELECT min(kind) FROM objects WHERE kind > kinds.kind) FROM kinds WHERE kinds.kind IS NOT NULL
  ) SELECT kind FROM kinds WHERE kind IS NOT NULL`

/** The kinds of objects that there are, by name. */
export function readKinds({ database }: Account): KindCount[] {
  const count = database.prepare(
    `SELECT count(*) AS n FROM (SELECT 1 FROM objects WHERE kind = ? LIMIT ${countedTo + 1})`,
  )
  return database
    .prepare(kinds)
    .all()
    .map((row) => String(row['kind']))
    .map((kind) => ({ kind, count: Number(count.get(kind)?.['n']) }))
}

/** The newest objects of a kind, or those that came before one of them. */
export function readObjects(
  { database }: Account,
  page: { kind: string; before?: number | undefined; limit?: number },
): StoredObject[] {
  const { kind, before = Number.MAX_SAFE_INTEGER, limit = pageSize } = page
  const sql = 'SELECT * FROM objects WHERE kind = ? AND seq < ? ORDER BY seq DESC LIMIT ?'
  return database.prepare(sql).all(kind, before, limit).map(parseObject)
}

/** An object by its id, whatever its kind. */
export function readObject({ database }: Account, id: string): StoredObject | null {
  const row = database.prepare('SELECT * FROM objects WHERE id = ?').get(id)
  return row === undefined ? null : parseObject(row)
}

/** What the agenda holds next; null when it is empty. */
export function readNextTask({ database }: Account): Due | null {
  const row = database.prepare('SELECT due, task, subject FROM agenda ORDER BY due, id LIMIT 1').get()
  if (row === undefined) return null
  return { due: Number(row['due']), task: String(row['task']), subject: String(row['subject']) }
}

/** How many rows were written since the start: it tells whether anything changed. */
export function countChanges({ database }: Account): number {
  return Number(database.prepare('SELECT total_changes() AS n').get()?.['n'])
}

function parseObject(row: Record<string, unknown>): StoredObject {
  const body: Json = JSON.parse(String(row['body']))
  const { seq, id, kind, created } = row
  return { seq: Number(seq), id: String(id), kind: String(kind), created: Number(created), body }
}
