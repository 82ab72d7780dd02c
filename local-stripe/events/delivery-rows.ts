// The deliveries in the database, and what came of each attempt.
import type { DatabaseSync } from 'node:sqlite'
import type { WebhookAnswer } from './post-webhook.ts'
import { retryDelay, type RetrySchedule } from './retry-delay.ts'

export type Delivery = { id: number; event: string; endpoint: string; attempts: number }
export type DeliveryRows = ReturnType<typeof prepareDeliveryRows>
/** An attempt that was made at a moment, in milliseconds, and what the endpoint said to it. */
export type Attempted = { at: number; answer: WebhookAnswer }

/** Every endpoint that something is waiting for, found by leaps over the index. */
const waited = `
  WITH RECURSIVE waited (endpoint) AS (
    SELECT min(endpoint) FROM deliveries WHERE state = 'pending'
    UNION ALL
    SELECT (SELECT min(endpoint) FROM deliveries WHERE state = 'pending' AND endpoint > waited.endpoint)
    FROM waited WHERE waited.endpoint IS NOT NULL
  ) SELECT endpoint FROM waited WHERE endpoint IS NOT NULL`

const toEndpoint = `
  FROM deliveries WHERE state = 'pending' AND endpoint = ? AND id NOT IN (SELECT value FROM json_each(?))`

/** The prepared statements over deliveries and attempts. Times in milliseconds. */
export function prepareDeliveryRows(database: DatabaseSync) {
  const add = database.prepare(
    "INSERT INTO deliveries (event, endpoint, state, attempts, due) VALUES (?, ?, 'pending', 0, ?)",
  )
  const postpone = database.prepare('UPDATE deliveries SET due = ? WHERE id = ?')
  const lose = database.prepare('UPDATE deliveries SET state = ? WHERE id = ?')
  return {
    ...prepareDue(database),
    add: (delivery: { event: string; endpoint: string }, now: number) =>
      Number(add.run(delivery.event, delivery.endpoint, now).lastInsertRowid),
    postpone: (id: number, until: number) => void postpone.run(until, id),
    /** Settles a delivery that was never sent, or will not be sent again. */
    lose: (id: number, state: 'delivered' | 'failed') => void lose.run(state, id),
    drop: prepareDrop(database),
    settle: prepareSettle(database),
  }
}

function prepareDue(database: DatabaseSync) {
  const endpoints = database.prepare(waited)
  const dueTo = database.prepare(
    `SELECT id, event, endpoint, attempts ${toEndpoint} AND due <= ? ORDER BY due, id LIMIT ?`,
  )
  const nextTo = database.prepare(`SELECT min(due) AS due ${toEndpoint}`)
  return {
    /** The endpoints that something is waiting for, due or not. */
    endpoints: () => endpoints.all().map((row) => String(row['endpoint'])),
    due: (to: { endpoint: string; except: number[]; now: number; count: number }) =>
      dueTo.all(to.endpoint, JSON.stringify(to.except), to.now, to.count).map(parseDelivery),
    nextDue: (to: { endpoint: string; except: number[] }) =>
      Number(nextTo.get(to.endpoint, JSON.stringify(to.except))?.['due'] ?? Number.POSITIVE_INFINITY),
  }
}

/** Forgets what an endpoint has not taken yet. */
function prepareDrop(database: DatabaseSync) {
  const attempts = database.prepare(
    "DELETE FROM attempts WHERE delivery IN (SELECT id FROM deliveries WHERE endpoint = ? AND state = 'pending')",
  )
  const deliveries = database.prepare("DELETE FROM deliveries WHERE endpoint = ? AND state = 'pending'")
  return (endpoint: string): void => {
    attempts.run(endpoint)
    deliveries.run(endpoint)
  }
}

/** Puts an attempt down, and when the next one comes if the endpoint has not taken it. */
function prepareSettle(database: DatabaseSync) {
  const update = database.prepare(
    `UPDATE deliveries SET state = ?, attempts = ?, due = ?, last_status = ?
     WHERE id = ? AND event = ? AND endpoint = ?`,
  )
  const attempt = database.prepare(
    'INSERT INTO attempts (delivery, at, status, answer, error) VALUES (?, ?, ?, ?, ?)',
  )
  return (delivery: Delivery, made: Attempted, then: { now: number; schedule: RetrySchedule }): void => {
    const { id, event, endpoint } = delivery
    const { at, answer } = made
    const attempts = delivery.attempts + 1
    const delay = isTaken(answer) ? null : retryDelay(then.schedule, attempts)
    const unsettled = delay === null ? 'failed' : 'pending'
    const state = isTaken(answer) ? 'delivered' : unsettled
    const due = then.now + (delay ?? 0)
    // The endpoint may have been deleted meanwhile, and its delivery with it.
    const { changes } = update.run(state, attempts, due, answer.status, id, event, endpoint)
    if (changes > 0) attempt.run(id, at, answer.status, answer.body, answer.error)
  }
}

/** Anything but a 2xx is a failure, a redirect too. */
function isTaken({ status }: WebhookAnswer): boolean {
  return status !== null && status >= 200 && status < 300
}

function parseDelivery(row: Record<string, unknown>): Delivery {
  return {
    id: Number(row['id']),
    event: String(row['event']),
    endpoint: String(row['endpoint']),
    attempts: Number(row['attempts']),
  }
}
