// The merchant answers a dispute: evidence kept, or submitted to the bank; metadata.
import type { Account } from '../account.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Dispute } from '../store/stripe-types.ts'
import { isInquiry } from './dispute-kinds.ts'
import { mergeEvidence } from './evidence.ts'
import { loseDispute, settlingDelay, verdictOf } from './settle-dispute.ts'

export type DisputeAnswer = {
  evidence: Record<string, string | null | undefined> | undefined
  metadata: Record<string, string> | undefined
  submit: boolean | undefined
}

/** Updates a dispute and gives it. Evidence is submitted unless `submit` is false. Throws a 400 for a closed dispute. */
export function answerDispute(dispute: Dispute, { account, params, request }: Call<DisputeAnswer>): Dispute {
  checkOpen(dispute)
  const changed = params.evidence === undefined ? dispute : withEvidence(dispute, params.evidence)
  const submits = params.evidence !== undefined && params.submit !== false
  const answered: Dispute = {
    ...(submits ? submitted(changed) : changed),
    metadata: mergeMetadata(dispute.metadata, params.metadata ?? {}),
  }
  account.store.save(answered)
  const { status, evidence, evidence_details, metadata } = dispute
  const previous = { evidence, evidence_details, metadata, status }
  recordEvent(account, { type: 'charge.dispute.updated', object: answered }, { request, previous })
  if (!submits) return answered
  tellOfCharge(account, answered, { request })
  if (verdictOf(answered) !== null) {
    account.agenda.add({
      task: 'settle_dispute',
      subject: answered.id,
      due: account.clock() + settlingDelay,
    })
  }
  return answered
}

/** Accepts a dispute as lost. Throws a 400 for a closed one. */
export function closeDispute(dispute: Dispute, { account, request }: Call<unknown>): Dispute {
  checkOpen(dispute)
  const closed = loseDispute(account, dispute, { request })
  tellOfCharge(account, closed, { request })
  return closed
}

function withEvidence(dispute: Dispute, sent: Record<string, string | null | undefined>): Dispute {
  const evidence = mergeEvidence(dispute.evidence, sent)
  return { ...dispute, evidence, evidence_details: { ...dispute.evidence_details, has_evidence: true } }
}

function submitted(dispute: Dispute): Dispute {
  const { evidence_details: details } = dispute
  const submission_count = details.submission_count + 1
  return {
    ...dispute,
    evidence_details: { ...details, submission_count, submission_method: 'manual' },
    status: isInquiry(dispute) ? 'warning_under_review' : 'under_review',
  }
}

function tellOfCharge(account: Account, dispute: Dispute, cause: EventCause): void {
  const charge = account.store.find('charge', dispute.charge)
  if (charge === null) return
  recordEvent(account, { type: 'charge.updated', object: charge }, { ...cause, previous: {} })
}

function checkOpen(dispute: Dispute): void {
  if (['won', 'lost', 'warning_closed'].includes(dispute.status)) {
    throw invalidRequest('This dispute is already closed')
  }
}
