// How long a dispute waits (https://docs.stripe.com/disputes/how-disputes-work): the merchant must answer a chargeback
// in time, and an inquiry that was not escalated in 120 days can no longer be.
import type { Account } from '../account.ts'
import type { Charge, Dispute } from '../store/stripe-types.ts'
import { isInquiry } from './dispute-kinds.ts'

const day = 24 * 3600
const daysToAnswer = 8
const daysToEscalate = 120

/** The end of the eighth day after a moment, in UTC and seconds. */
export function lastSecondToAnswer(now: number): number {
  return (Math.floor(now / day) + daysToAnswer + 1) * day - 1
}

/** When a dispute ends by itself, in seconds; null for one that waits for the bank or is closed. */
export function endOf(dispute: Dispute, charge: Charge): number | null {
  if (dispute.status === 'needs_response') return (dispute.evidence_details.due_by ?? 0) + 1
  if (!isInquiry(dispute) || dispute.status === 'warning_closed') return null
  return charge.created + daysToEscalate * day
}

/** Puts down when a dispute ends unless something happens before. */
export function awaitEnd(account: Account, dispute: Dispute, charge: Charge): void {
  const due = endOf(dispute, charge)
  if (due !== null) account.agenda.add({ task: 'end_dispute', subject: dispute.id, due: due * 1000 })
}
