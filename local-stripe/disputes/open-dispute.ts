// A customer's bank takes a payment back, or asks about it first (https://docs.stripe.com/disputes/how-disputes-work).
import { seconds, type Account } from '../account.ts'
import { bookDispute } from '../balance/book.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import { failPendingRefunds } from '../refunds/end-refund.ts'
import { newId } from '../store/new-id.ts'
import type { Charge, Dispute } from '../store/stripe-types.ts'
import { awaitEnd, lastSecondToAnswer } from './deadline.ts'
import { isInquiry, openingOf, type DisputeKind } from './dispute-kinds.ts'
import { resolveWarnings } from './early-fraud-warnings.ts'
import { nothingCompelling } from './enhanced-evidence.ts'
import { noEvidence } from './evidence.ts'

/**
 * Disputes an amount of a charge (in minor units) and gives the dispute. Money is withdrawn at once, unless the bank
 * only inquires; refunds that are still pending fail with it. Call it in a transaction.
 */
export function openDispute(
  account: Account,
  opened: { charge: Charge; kind: DisputeKind; amount: number },
  cause: EventCause = {},
): Dispute {
  const { charge, kind } = opened
  const dispute = newDispute(account, opened)
  const inquiry = isInquiry(dispute)
  if (!inquiry) dispute.balance_transactions = [bookDispute(account, dispute)]
  account.store.insert('dispute', dispute, { parent: charge.id })
  account.store.save({ ...charge, disputed: true })
  awaitEnd(account, dispute, charge)
  recordEvent(account, { type: 'charge.dispute.created', object: dispute }, cause)
  if (inquiry) return dispute
  recordEvent(account, { type: 'charge.dispute.funds_withdrawn', object: dispute }, cause)
  resolveWarnings(account, charge.id)
  failPendingRefunds(account, charge.id)
  if (kind === 'debit') recordEvent(account, { type: 'charge.dispute.closed', object: dispute }, cause)
  return dispute
}

function newDispute(
  account: Account,
  opened: { charge: Charge; kind: DisputeKind; amount: number },
): Dispute {
  const { charge, kind, amount } = opened
  const { status, reason } = openingOf(kind, charge)
  return {
    id: newId('du_1', 23),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: seconds(account),
    currency: charge.currency,
    enhanced_eligibility_types: kind === 'compelling' ? ['visa_compelling_evidence_3'] : [],
    evidence: noEvidence,
    evidence_details: {
      due_by: kind === 'debit' ? 0 : lastSecondToAnswer(seconds(account)),
      enhanced_eligibility: kind === 'compelling' ? { visa_compelling_evidence_3: nothingCompelling } : {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: kind === 'inquiry',
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    ...cardCase(charge, kind),
    reason,
    status,
  }
}

function cardCase(charge: Charge, kind: DisputeKind): Pick<Dispute, 'payment_method_details'> {
  const card = charge.payment_method_details?.card
  if (!card) return {}
  const { caseType, code } = openingOf(kind, charge)
  const brand = card.brand ?? 'visa'
  const network = card.network ?? brand
  return {
    payment_method_details: {
      card: { brand, case_type: caseType, network, network_reason_code: code },
      type: 'card',
    },
  }
}
