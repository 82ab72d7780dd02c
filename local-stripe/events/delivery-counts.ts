// What can be asked of the deliveries in the database without changing them.
import type { DatabaseSync } from 'node:sqlite'

export type DeliveryCounts = ReturnType<typeof prepareDeliveryCounts>

/** Deliveries whose endpoint has not taken the event yet, by this one or by another delivery of it. */
export const undelivered = `
  SELECT event, endpoint FROM deliveries AS one WHERE state <> 'delivered' AND NOT EXISTS (
    SELECT 1 FROM deliveries AS other
    WHERE other.event = one.event AND other.endpoint = one.endpoint AND other.state = 'delivered'
  )`

/** The prepared questions. Times in milliseconds. */
export function prepareDeliveryCounts(database: DatabaseSync) {
  const endpoints = database.prepare(
    `SELECT count(DISTINCT endpoint) AS n FROM (${undelivered}) WHERE event = ?`,
  )
  const pending = database.prepare(
    "SELECT count(*) AS pending, coalesce(sum(due <= ?), 0) AS due FROM deliveries WHERE state = 'pending'",
  )
  const failed = database.prepare(
    "SELECT count(*) AS n FROM deliveries WHERE state <> 'delivered' AND state = 'failed'",
  )
  const untried = database.prepare(
    "SELECT id FROM deliveries WHERE event = ? AND attempts = 0 AND state = 'pending' AND due <= ?",
  )
  const later = database.prepare("SELECT min(due) AS due FROM deliveries WHERE state = 'pending' AND due > ?")
  const typeOf = database.prepare("SELECT json_extract(body, '$.type') AS type FROM objects WHERE id = ?")
  return {
    /** How many endpoints have not yet taken an event. */
    endpointsLeft: (event: string) => Number(endpoints.get(event)?.['n'] ?? 0),
    /** How many deliveries are not settled, how many of them need no waiting, how many were given up. */
    total(now: number) {
      const row = pending.get(now)
      const given = Number(failed.get()?.['n'] ?? 0)
      return { pending: Number(row?.['pending'] ?? 0), due: Number(row?.['due'] ?? 0), failed: given }
    },
    /** The deliveries of an event that are due and were never tried. */
    untried: (event: string, now: number) => untried.all(event, now).map((row) => Number(row['id'])),
    nextAfter: (now: number) => Number(later.get(now)?.['due'] ?? Number.POSITIVE_INFINITY),
    typeOf: (event: string) => String(typeOf.get(event)?.['type']),
  }
}
