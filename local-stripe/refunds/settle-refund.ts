// What becomes of a refund after it was made (https://docs.stripe.com/refunds#failed-refunds): a pending one succeeds, one
// that had succeeded fails, or somebody cancels it. The charge counts what is refunded.
import { seconds, type Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import { siblingId } from '../store/new-id.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'
import { chargePlan } from '../payments/charge-plan.ts'

export const refundDelay = 30_000
const longestToCancel = 30 * 60

/** The bank's answer to a refund: the agenda's task. A canceled or failed refund stays as it is. */
export function settleRefund(account: Account, id: string): void {
  const refund = account.store.find('refund', id)
  if (refund === null || refund.charge === null) return
  if (refund.status === 'pending') succeedRefund(account, refund)
  const { refunds } = chargePlan(account, refund.charge).aftermath
  if (refund.status === 'succeeded' && refunds === 'fail_later') {
    endRefund(account, refund, { status: 'failed', reason: 'expired_or_canceled_card' })
  }
}

/** Cancels a refund on a card, as the Dashboard can for half an hour in test mode; null when it is too late for that. */
export function cancelRefund(account: Account, refund: Refund): Refund | null {
  const early = seconds(account) - refund.created <= longestToCancel
  const isOpen = refund.status === 'pending' || refund.status === 'succeeded'
  if (!early || !isOpen || refund.destination_details?.type !== 'card') return null
  return endRefund(account, refund, { status: 'canceled', reason: 'merchant_request' })
}

/** A chargeback has taken the money that pending refunds of the charge were to be paid from. */
export function failPendingRefunds(account: Account, charge: string): void {
  for (const refund of account.store.children('refund', charge)) {
    if (refund.status !== 'pending') continue
    endRefund(account, refund, { status: 'failed', reason: 'charge_for_pending_refund_disputed' })
  }
}

/** Counts a stored refund that has succeeded on its charge, with the events of it. */
export function tellOfSuccess(
  account: Account,
  refund: Refund,
  told: { cause: EventCause; previous: Record<string, unknown> },
): void {
  const { charge, previous } = countRefunds(account, refund.charge ?? '')
  recordEvent(account, { type: 'charge.refunded', object: charge }, { ...told.cause, previous })
  tellOfUpdate(account, refund, told.previous)
}

function succeedRefund(account: Account, pending: Refund): void {
  const { pending_reason, ...kept } = pending
  const refund: Refund = { ...kept, status: 'succeeded' }
  account.store.save(refund)
  tellOfSuccess(account, refund, { cause: {}, previous: { pending_reason, status: 'pending' } })
}

function endRefund(
  account: Account,
  refund: Refund,
  end: { status: 'failed' | 'canceled'; reason: string },
): Refund {
  const { pending_reason: _over, ...kept } = refund
  const ended: Refund = {
    ...kept,
    failure_balance_transaction: siblingId('txn_', refund.payment_intent ?? refund.charge ?? ''),
    failure_reason: end.reason,
    status: end.status,
  }
  account.store.save(ended)
  const { charge, previous } = countRefunds(account, refund.charge ?? '')
  if (end.status === 'failed') recordEvent(account, { type: 'refund.failed', object: ended })
  tellOfUpdate(account, ended, { status: refund.status })
  if (Object.keys(previous).length > 0) {
    recordEvent(account, { type: 'charge.updated', object: charge }, { previous })
  }
  return ended
}

function tellOfUpdate(account: Account, refund: Refund, previous: Record<string, unknown>): void {
  recordEvent(account, { type: 'refund.updated', object: refund }, { previous })
  recordEvent(account, { type: 'charge.refund.updated', object: refund }, { previous })
}

/** Only what has reached the customer counts: a charge with a pending refund is not refunded yet. */
function countRefunds(account: Account, id: string): { charge: Charge; previous: Record<string, unknown> } {
  const charge = account.store.find('charge', id)
  if (charge === null) throw new Error(`The refund's charge ${id} is gone.`)
  const done = account.store.children('refund', id).filter((refund) => refund.status === 'succeeded')
  const amount_refunded = done.reduce((sum, refund) => sum + refund.amount, 0)
  const refunded = amount_refunded === charge.amount
  const counted: Charge = { ...charge, amount_refunded, refunded }
  account.store.save(counted)
  const previous = {
    ...(charge.amount_refunded !== amount_refunded && { amount_refunded: charge.amount_refunded }),
    ...(charge.refunded !== refunded && { refunded: charge.refunded }),
  }
  return { charge: counted, previous }
}
