// The one Stripe account that Local Stripe keeps, and everything that works for it. Functions take it first.
import type { DatabaseSync } from 'node:sqlite'
import type { Idempotency } from './api/idempotency.ts'
import type { Faults } from './control/faults.ts'
import type { RequestLog } from './control/request-log.ts'
import type { DeliveryFaults } from './events/delivery-faults.ts'
import type { Deliveries } from './events/deliveries.ts'
import type { Listeners } from './stripe-cli/listeners.ts'
import type { Agenda } from './store/agenda.ts'
import type { ObjectStore } from './store/object-store.ts'

/** The id of the account; nobody has access to another. */
export const accountId = 'acct_1LocalStripeSandbox'

export type Account = {
  /** Where Local Stripe is reached, without a slash at the end. */
  url: string
  /** Now, in milliseconds since 1970; may be ahead of the real time when a test moved it. */
  clock: () => number
  /** What a webhook's signature is dated with, in seconds: never behind the receiver's own clock, which judges it. */
  signingTime(): number
  /** Sets the clock, in milliseconds since 1970; it runs on from there. Null sets it to the real time. */
  setClock(now: number | null): void
  /** What everything below is kept in. Only the control API and the window, which look at all of it at once, use it. */
  database: DatabaseSync
  store: ObjectStore
  agenda: Agenda
  idempotency: Idempotency
  deliveries: Deliveries
  deliveryFaults: DeliveryFaults
  listeners: Listeners
  faults: Faults
  requests: RequestLog
}

/** Now, in the seconds that Stripe's objects use. */
export function seconds(account: Account): number {
  return Math.floor(account.clock() / 1000)
}
