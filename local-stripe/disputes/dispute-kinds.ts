// The disputes that Stripe's test numbers bring about (https://docs.stripe.com/testing#disputes).
import type { Charge, Dispute } from '../store/stripe-types.ts'

export const cardDisputeKinds = ['fraudulent', 'product_not_received', 'inquiry', 'compelling'] as const
/**
 * `compelling` is a fraudulent one that Visa's Compelling Evidence 3.0 may answer, `debit` what a bank takes back from a
 * debit, against which nothing can be said.
 */
export type DisputeKind = (typeof cardDisputeKinds)[number] | 'debit'

type CaseType = NonNullable<NonNullable<Dispute['payment_method_details']>['card']>['case_type']
export type DisputeOpening = { status: Dispute['status']; reason: string; caseType: CaseType; code: string }

const openings: Record<DisputeKind, DisputeOpening> = {
  fraudulent: { status: 'needs_response', reason: 'fraudulent', caseType: 'chargeback', code: '10.4' },
  compelling: { status: 'needs_response', reason: 'fraudulent', caseType: 'chargeback', code: '10.4' },
  product_not_received: {
    status: 'needs_response',
    reason: 'product_not_received',
    caseType: 'chargeback',
    code: '13.1',
  },
  inquiry: { status: 'warning_needs_response', reason: 'fraudulent', caseType: 'inquiry', code: '10' },
  debit: { status: 'lost', reason: 'customer_initiated', caseType: 'chargeback', code: '' },
}

/** How a dispute of a kind begins. American banks say that nobody authorized the debit. */
export function openingOf(kind: DisputeKind, charge: Charge): DisputeOpening {
  const opening = openings[kind]
  const american = charge.payment_method_details?.type === 'us_bank_account'
  return kind === 'debit' && american ? { ...opening, reason: 'debit_not_authorized' } : opening
}

/** Whether a dispute only asks, and has taken no money yet. */
export function isInquiry(dispute: Dispute): boolean {
  return dispute.status.startsWith('warning_')
}
