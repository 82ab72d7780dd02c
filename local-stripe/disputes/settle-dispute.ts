// How a dispute ends. The bank's answer to evidence is what the evidence itself asks for
// (https://docs.stripe.com/testing#disputes), a few seconds after it was submitted.
import { seconds, type Account } from '../account.ts'
import { bookDispute, bookReinstatement } from '../balance/book.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import { failPendingRefunds } from '../refunds/end-refund.ts'
import type { Charge, Dispute } from '../store/stripe-types.ts'
import { awaitEnd, endOf, lastSecondToAnswer } from './deadline.ts'
import { isInquiry } from './dispute-kinds.ts'
import { resolveWarnings } from './early-fraud-warnings.ts'

export const settlingDelay = 5000
const verdicts = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence'] as const
type Verdict = (typeof verdicts)[number]

/** The verdict that a dispute's evidence asks for; null when it is to stay under review. */
export function verdictOf(dispute: Dispute): Verdict | null {
  return verdicts.find((verdict) => verdict === dispute.evidence.uncategorized_text) ?? null
}

/** The bank's answer: the agenda's task. Nothing happens to a dispute that is no longer under review. */
export function settleDispute(account: Account, id: string): void {
  const { dispute, charge } = disputeOf(account, id)
  const verdict = verdictOf(dispute)
  if (verdict === null || !dispute.status.endsWith('under_review')) return
  if (verdict === 'escalate_inquiry_evidence') escalate(account, dispute, charge)
  else if (isInquiry(dispute) || verdict === 'losing_evidence') loseDispute(account, dispute)
  else winDispute(account, dispute)
}

/** Its time is over: the agenda's task. What was answered, escalated or closed meanwhile is left alone. */
export function endDispute(account: Account, id: string): void {
  const { dispute, charge } = disputeOf(account, id)
  const due = endOf(dispute, charge)
  if (due !== null && due <= seconds(account)) loseDispute(account, dispute)
}

/** The merchant has lost the dispute; an inquiry closes without any money moved. */
export function loseDispute(account: Account, dispute: Dispute, cause: EventCause = {}): Dispute {
  const closed: Dispute = { ...dispute, status: isInquiry(dispute) ? 'warning_closed' : 'lost' }
  account.store.save(closed)
  recordEvent(account, { type: 'charge.dispute.closed', object: closed }, cause)
  return closed
}

/** A whole refund settles what a bank only inquired about. */
export function closeInquiries(account: Account, charge: string): void {
  for (const dispute of account.store.children('dispute', charge)) {
    if (isInquiry(dispute) && dispute.status !== 'warning_closed') loseDispute(account, dispute)
  }
}

function winDispute(account: Account, dispute: Dispute): void {
  const won: Dispute = {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, bookReinstatement(account, dispute)],
    is_charge_refundable: true,
    status: 'won',
  }
  account.store.save(won)
  recordEvent(account, { type: 'charge.dispute.funds_reinstated', object: won })
  recordEvent(account, { type: 'charge.dispute.closed', object: won })
}

/** The inquiry becomes a chargeback, to be answered anew; a chargeback cannot become more than it is. */
function escalate(account: Account, dispute: Dispute, charge: Charge): void {
  if (!isInquiry(dispute)) return
  const card = dispute.payment_method_details?.card
  const escalated: Dispute = {
    ...dispute,
    balance_transactions: [bookDispute(account, dispute)],
    evidence_details: { ...dispute.evidence_details, due_by: lastSecondToAnswer(seconds(account)) },
    is_charge_refundable: false,
    ...(card && { payment_method_details: { card: { ...card, case_type: 'chargeback' }, type: 'card' } }),
    status: 'needs_response',
  }
  account.store.save(escalated)
  awaitEnd(account, escalated, charge)
  recordEvent(account, { type: 'charge.dispute.funds_withdrawn', object: escalated })
  const previous = previousAttributes(dispute, escalated) ?? {}
  recordEvent(account, { type: 'charge.dispute.updated', object: escalated }, { previous })
  resolveWarnings(account, charge.id)
  failPendingRefunds(account, charge.id)
}

function disputeOf(account: Account, id: string): { dispute: Dispute; charge: Charge } {
  const dispute = account.store.find('dispute', id)
  const charge = dispute && account.store.find('charge', dispute.charge)
  if (dispute === null || charge === null) throw new Error(`The dispute ${id} or its charge is gone.`)
  return { dispute, charge }
}
