// The merchant answers a dispute: evidence kept, or submitted to the bank; metadata.
import type { Account } from '../account.ts'
import type { Call } from '../api/route.ts'
import { mergeMetadata } from '../api/shared-fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Dispute } from '../store/stripe-types.ts'
import { isInquiry } from './dispute-kinds.ts'
import { withEnhancedEvidence } from './enhanced-evidence.ts'
import { mergeEvidence, saysAnything, type EvidenceParams } from './evidence.ts'
import { loseDispute, settlingDelay, verdictOf } from './settle-dispute.ts'

export type DisputeAnswer = {
  evidence: EvidenceParams | undefined
  intended_submission_method: SubmissionMethod | undefined
  metadata: Record<string, string> | undefined
  submit: boolean | undefined
}
type SubmissionMethod = NonNullable<Dispute['intended_submission_method']>

/**
 * Updates a dispute and gives it. Evidence is submitted unless `submit` is false; `submit: true` alone submits what was
 * staged before. Throws a 400 for a closed dispute.
 */
export function answerDispute(dispute: Dispute, { account, params, request }: Call<DisputeAnswer>): Dispute {
  checkOpen(dispute)
  const { evidence, submit, intended_submission_method: method } = params
  const changed = evidence === undefined ? dispute : withEvidence(account, dispute, evidence)
  const submits = evidence === undefined ? submit === true : submit !== false
  const answered: Dispute = {
    ...(submits && saysAnything(changed.evidence) ? submitted(changed) : changed),
    ...(method && { intended_submission_method: method }),
    metadata: mergeMetadata(dispute.metadata, params.metadata ?? {}),
  }
  account.store.save(answered)
  const previous = previousAttributes(dispute, answered)
  if (previous !== null) {
    recordEvent(account, { type: 'charge.dispute.updated', object: answered }, { request, previous })
  }
  if (answered.evidence_details.submission_count > dispute.evidence_details.submission_count) {
    tellOfCharge(account, answered, { request })
    awaitVerdict(account, answered)
  }
  return answered
}

/** Accepts a dispute as lost. Throws a 400 for a closed one. */
export function closeDispute(dispute: Dispute, { account, request }: Call<unknown>): Dispute {
  checkOpen(dispute)
  const closed = loseDispute(account, dispute, { request })
  // No money moves, and yet the Stripe CLI's trigger of this event does nothing but close an inquiry.
  if (isInquiry(closed)) {
    recordEvent(account, { type: 'charge.dispute.funds_reinstated', object: closed }, { request })
  }
  tellOfCharge(account, closed, { request })
  return closed
}

function awaitVerdict(account: Account, dispute: Dispute): void {
  if (verdictOf(dispute) === null) return
  const due = account.clock() + settlingDelay
  account.agenda.add({ task: 'settle_dispute', subject: dispute.id, due })
}

function withEvidence(account: Account, dispute: Dispute, sent: EvidenceParams): Dispute {
  const { enhanced_evidence } = sent
  const enhanced =
    enhanced_evidence === undefined ? dispute : withEnhancedEvidence(account, dispute, enhanced_evidence)
  const evidence = mergeEvidence(enhanced.evidence, sent)
  const has_evidence = saysAnything(evidence)
  return { ...enhanced, evidence, evidence_details: { ...enhanced.evidence_details, has_evidence } }
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
