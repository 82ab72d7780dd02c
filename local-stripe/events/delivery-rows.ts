// The deliveries in the database.
import type { DatabaseSync } from 'node:sqlite'
import { retryDelay } from './retry-delay.ts'

export type Delivery = { id: number; event: string; endpoint: string; attempts: number }
export type DeliveryRows = ReturnType<typeof prepareDeliveryRows>

/** The prepared statements over the deliveries table. Times in milliseconds. */
export function prepareDeliveryRows(database: DatabaseSync) {
  const add = database.prepare(
    "INSERT INTO deliveries (event, endpoint, state, attempts, due) VALUES (?, ?, 'pending', 0, ?)",
  )
  const due = database.prepare(
    "SELECT id, event, endpoint, attempts FROM deliveries WHERE state = 'pending' AND due <= ? ORDER BY due, id LIMIT ?",
  )
  const next = database.prepare(
    "SELECT min(due) AS due FROM deliveries WHERE state = 'pending' AND id NOT IN (SELECT value FROM json_each(?))",
  )
  const settle = database.prepare(
    'UPDATE deliveries SET state = ?, attempts = ?, due = ?, last_status = ? WHERE id = ?',
  )
  const postpone = database.prepare('UPDATE deliveries SET due = ? WHERE id = ?')
  const lose = database.prepare('UPDATE deliveries SET state = ? WHERE id = ?')
  const drop = database.prepare("DELETE FROM deliveries WHERE endpoint = ? AND state = 'pending'")
  return {
    add: (delivery: { event: string; endpoint: string }, now: number) =>
      Number(add.run(delivery.event, delivery.endpoint, now).lastInsertRowid),
    due: (now: number, count: number) => due.all(now, count).map(parseDelivery),
    nextDue: (except: number[]) =>
      Number(next.get(JSON.stringify(except))?.['due'] ?? Number.POSITIVE_INFINITY),
    postpone: (id: number, until: number) => void postpone.run(until, id),
    /** Settles a delivery that was never sent. */
    lose: (id: number, state: 'delivered' | 'failed') => void lose.run(state, id),
    drop: (endpoint: string) => void drop.run(endpoint),
    settle(delivery: Delivery, status: number | null, now: number): void {
      const { state, delay } = afterAttempt(delivery.attempts + 1, status)
      settle.run(state, delivery.attempts + 1, now + delay, status, delivery.id)
    },
  }
}

function afterAttempt(attempts: number, status: number | null): { state: string; delay: number } {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered', delay: 0 }
  const delay = retryDelay(attempts)
  return delay === null ? { state: 'failed', delay: 0 } : { state: 'pending', delay }
}

function parseDelivery(row: Record<string, unknown>): Delivery {
  return {
    id: Number(row['id']),
    event: String(row['event']),
    endpoint: String(row['endpoint']),
    attempts: Number(row['attempts']),
  }
}
