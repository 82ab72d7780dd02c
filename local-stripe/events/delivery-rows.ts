// The deliveries in the database.
import type { DatabaseSync } from 'node:sqlite'
import { retryDelay } from './retry-delay.ts'

export type Delivery = { id: number; event: string; endpoint: string; attempts: number }
export type DeliveryRows = ReturnType<typeof prepareDeliveryRows>

/** The prepared questions to the deliveries table. Times in milliseconds. */
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
  const pending = database.prepare(
    "SELECT count(*) AS n FROM deliveries WHERE event = ? AND state <> 'delivered'",
  )
  const untried = database.prepare('SELECT id FROM deliveries WHERE event = ? AND attempts = 0')
  const drop = database.prepare("DELETE FROM deliveries WHERE endpoint = ? AND state = 'pending'")
  return {
    add: (delivery: { event: string; endpoint: string }, now: number) =>
      void add.run(delivery.event, delivery.endpoint, now),
    due: (now: number, count: number) => due.all(now, count).map(parseDelivery),
    nextDue: (except: number[]) =>
      Number(next.get(JSON.stringify(except))?.['due'] ?? Number.POSITIVE_INFINITY),
    pending: (event: string) => Number(pending.get(event)?.['n'] ?? 0),
    untried: (event: string) => untried.all(event).map((row) => Number(row['id'])),
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
