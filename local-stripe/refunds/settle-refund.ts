// What becomes of a refund after it was made: a pending one succeeds, one that had succeeded fails, and one that waits
// for the customer's account either gets it or runs out of time.
import { seconds, type Account } from '../account.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import type { Refund } from '../store/stripe-types.ts'
import { chargeOf, tellOfUpdate } from './count-refunds.ts'
import { endRefund } from './end-refund.ts'
import { refundCourse } from './refund-course.ts'
import { succeedRefund } from './succeed-refund.ts'

const refundDelay = 30_000

/** Puts down when the bank answers, for a refund that is not over yet. */
export function awaitSettling(account: Account, refund: Refund): void {
  const expiry = refund.next_action?.display_details?.expires_at
  const due = expiry === undefined ? account.clock() + refundDelay : expiry * 1000
  account.agenda.add({ task: 'settle_refund', subject: refund.id, due })
}

/** The bank's answer to a refund: the agenda's task. A canceled or failed refund stays as it is. */
export function settleRefund(account: Account, id: string): void {
  const refund = account.store.find('refund', id)
  if (refund === null) return
  const course = refundCourse(account, chargeOf(account, refund))
  if (refund.status === 'pending') succeedRefund(account, refund)
  if (refund.status === 'succeeded' && course === 'fail_later') {
    endRefund(account, refund, { status: 'failed', reason: 'expired_or_canceled_card' })
  }
  const expiry = refund.next_action?.display_details?.expires_at
  if (refund.status === 'requires_action' && expiry !== undefined && expiry <= seconds(account)) {
    endRefund(account, refund, { status: 'failed', reason: 'unknown' })
  }
}

/** The customer tells where the money is to go; null for a refund that does not wait for it. */
export function receiveDetails(account: Account, refund: Refund): Refund | null {
  if (refund.status !== 'requires_action') return null
  const { next_action: _over, ...kept } = refund
  const pending: Refund = { ...kept, pending_reason: 'processing', status: 'pending' }
  account.store.save(pending)
  tellOfUpdate(account, pending, { previous: previousAttributes(refund, pending) ?? {} })
  awaitSettling(account, pending)
  return pending
}
