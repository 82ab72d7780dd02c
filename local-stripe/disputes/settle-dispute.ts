// How a dispute ends. The bank's answer to evidence is what the evidence itself asks for
// (https://docs.stripe.com/testing#disputes), a few seconds after it was submitted.
import type { Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Dispute } from '../store/stripe-types.ts'
import { reversal, withdrawal } from './dispute-balance.ts'
import { isInquiry } from './dispute-kinds.ts'

export const settlingDelay = 5000
const verdicts = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence'] as const
type Verdict = (typeof verdicts)[number]

/** The verdict that a dispute's evidence asks for; null when it is to stay under review. */
export function verdictOf(dispute: Dispute): Verdict | null {
  return verdicts.find((verdict) => verdict === dispute.evidence.uncategorized_text) ?? null
}

/** The bank's answer: the agenda's task. Nothing happens to a dispute that is no longer under review. */
export function settleDispute(account: Account, id: string): void {
  const dispute = account.store.find('dispute', id)
  const verdict = dispute && verdictOf(dispute)
  if (dispute === null || verdict === null || !dispute.status.endsWith('under_review')) return
  if (verdict === 'escalate_inquiry_evidence') {
    escalate(account, dispute)
    return
  }
  if (isInquiry(dispute) || verdict === 'losing_evidence') loseDispute(account, dispute)
  else winDispute(account, dispute)
}

/** The merchant has lost the dispute; an inquiry closes without any money moved. */
export function loseDispute(account: Account, dispute: Dispute, cause: EventCause = {}): Dispute {
  const closed: Dispute = { ...dispute, status: isInquiry(dispute) ? 'warning_closed' : 'lost' }
  account.store.save(closed)
  recordEvent(account, { type: 'charge.dispute.closed', object: closed }, cause)
  return closed
}

function winDispute(account: Account, dispute: Dispute): void {
  const won: Dispute = {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, reversal(account, dispute)],
    is_charge_refundable: true,
    status: 'won',
  }
  account.store.save(won)
  recordEvent(account, { type: 'charge.dispute.funds_reinstated', object: won })
  recordEvent(account, { type: 'charge.dispute.closed', object: won })
}

/** The inquiry becomes a chargeback; a chargeback cannot become more than it is. */
function escalate(account: Account, dispute: Dispute): void {
  if (!isInquiry(dispute)) return
  const card = dispute.payment_method_details?.card
  const escalated: Dispute = {
    ...dispute,
    balance_transactions: [withdrawal(account, dispute)],
    is_charge_refundable: false,
    ...(card && { payment_method_details: { card: { ...card, case_type: 'chargeback' }, type: 'card' } }),
    status: 'needs_response',
  }
  account.store.save(escalated)
  recordEvent(account, { type: 'charge.dispute.funds_withdrawn', object: escalated })
  const previous = { status: dispute.status, is_charge_refundable: dispute.is_charge_refundable }
  recordEvent(account, { type: 'charge.dispute.updated', object: escalated }, { previous })
}
