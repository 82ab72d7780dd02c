// A refund has reached the customer: the charge counts it, and what else was open about the charge is settled by it.
import type { Account } from '../account.ts'
import { resolveWarnings } from '../disputes/early-fraud-warnings.ts'
import { closeInquiries } from '../disputes/settle-dispute.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Refund } from '../store/stripe-types.ts'
import { chargeOf, countRefunds, tellOfUpdate } from './count-refunds.ts'

/** Ends a pending refund well. */
export function succeedRefund(account: Account, pending: Refund): void {
  const { pending_reason, ...kept } = pending
  const refund: Refund = { ...kept, status: 'succeeded' }
  account.store.save(refund)
  tellOfSuccess(account, refund, { cause: {}, previous: { pending_reason, status: 'pending' } })
}

/** Counts a stored refund that has succeeded on its charge, with the events of it. */
export function tellOfSuccess(
  account: Account,
  refund: Refund,
  told: { cause: EventCause; previous: Record<string, unknown> },
): void {
  const { charge, previous } = countRefunds(account, chargeOf(account, refund))
  recordEvent(account, { type: 'charge.refunded', object: charge }, { ...told.cause, previous })
  tellOfUpdate(account, refund, { ...told.cause, previous: told.previous })
  if (!charge.refunded) return
  closeInquiries(account, charge.id)
  resolveWarnings(account, charge.id)
}
