// What became of an event at each endpoint, for those who look on.
import type { Account } from '../account.ts'

/** `due` in milliseconds. */
export type DeliveryState = {
  id: number
  endpoint: string
  state: 'pending' | 'delivered' | 'failed'
  due: number
}
/** `at` in milliseconds; `status` is null and `error` says why when there was no answer. */
export type Attempt = { at: number; status: number | null; answer: string; error: string | null }

/** The deliveries of an event, the first one first. */
export function readDeliveries({ database }: Account, event: string): DeliveryState[] {
  const sql = 'SELECT id, endpoint, state, due FROM deliveries WHERE event = ? ORDER BY id'
  return database.prepare(sql).all(event).map(parseDelivery)
}

/** The attempts of a delivery, the first one first. */
export function readAttempts({ database }: Account, delivery: number): Attempt[] {
  const sql = 'SELECT at, status, answer, error FROM attempts WHERE delivery = ? ORDER BY id'
  return database.prepare(sql).all(delivery).map(parseAttempt)
}

function parseDelivery(row: Record<string, unknown>): DeliveryState {
  const state = row['state'] === 'delivered' || row['state'] === 'failed' ? row['state'] : 'pending'
  return { id: Number(row['id']), endpoint: String(row['endpoint']), state, due: Number(row['due']) }
}

function parseAttempt(row: Record<string, unknown>): Attempt {
  const { at, status, answer, error } = row
  return {
    at: Number(at),
    status: status === null ? null : Number(status),
    answer: String(answer),
    error: typeof error === 'string' ? error : null,
  }
}
