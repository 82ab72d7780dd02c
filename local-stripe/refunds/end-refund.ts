// A refund that comes to nothing (https://docs.stripe.com/refunds#failed-refunds): the money is back in the balance, and
// the charge can be refunded again.
import { seconds, type Account } from '../account.ts'
import { bookRefundFailure } from '../balance/book.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Refund } from '../store/stripe-types.ts'
import { chargeOf, countRefunds, tellOfUpdate } from './count-refunds.ts'

const longestToCancel = 30 * 60

type End = { status: 'failed' | 'canceled'; reason: string; cause?: EventCause }

/** Ends a refund badly and gives it. */
export function endRefund(account: Account, refund: Refund, end: End): Refund {
  const { cause = {} } = end
  const { pending_reason: _reason, next_action: _action, ...kept } = refund
  const charge = chargeOf(account, refund)
  const ended: Refund = {
    ...kept,
    failure_balance_transaction: bookRefundFailure(account, refund, charge),
    failure_reason: end.reason,
    status: end.status,
  }
  account.store.save(ended)
  const counted = countRefunds(account, charge)
  if (end.status === 'failed') recordEvent(account, { type: 'refund.failed', object: ended }, cause)
  tellOfUpdate(account, ended, { ...cause, previous: previousAttributes(refund, ended) ?? {} })
  if (Object.keys(counted.previous).length > 0) {
    const { previous } = counted
    recordEvent(account, { type: 'charge.updated', object: counted.charge }, { ...cause, previous })
  }
  return ended
}

/** Takes back a refund for which the customer has given no account yet. Throws a 400 for every other one. */
export function cancelWaitingRefund(account: Account, refund: Refund, cause: EventCause): Refund {
  if (refund.status !== 'requires_action') throw invalidRequest('Canceling this refund is unsupported.')
  return endRefund(account, refund, { status: 'canceled', reason: 'merchant_request', cause })
}

/** Cancels a refund on a card, as the Dashboard can for half an hour in test mode; null when it is too late for that. */
export function cancelRefund(account: Account, refund: Refund): Refund | null {
  const early = seconds(account) - refund.created <= longestToCancel
  const isOpen = refund.status === 'pending' || refund.status === 'succeeded'
  const isBooked = refund.balance_transaction !== null
  if (!early || !isOpen || !isBooked || refund.destination_details?.type !== 'card') return null
  return endRefund(account, refund, { status: 'canceled', reason: 'merchant_request' })
}

/** A chargeback has taken the money that pending refunds of the charge were to be paid from. */
export function failPendingRefunds(account: Account, charge: string): void {
  for (const refund of account.store.children('refund', charge)) {
    if (refund.status !== 'pending' && refund.status !== 'requires_action') continue
    endRefund(account, refund, { status: 'failed', reason: 'charge_for_pending_refund_disputed' })
  }
}
