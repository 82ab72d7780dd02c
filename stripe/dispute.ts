// Stripe's Dispute, translated. https://docs.stripe.com/api/disputes/object
import { z } from 'zod'
import { type Claim, claimForm, claimOf } from './claim.ts'

/** Each later in this row than what it can follow: an inquiry may become a dispute, and only a dispute is won or lost. */
export const disputeStatuses = [
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'needs_response',
  'under_review',
  'prevented',
  'won',
  'lost',
] as const

export type DisputeStatus = (typeof disputeStatuses)[number]

export interface Dispute extends Claim {
  readonly status: DisputeStatus
}

const form = claimForm.extend({
  object: z.literal('dispute'),
  status: z.enum(disputeStatuses),
})

/** Reads a Dispute out of Stripe's JSON. Throws ZodError when it is not one. */
export function parseDispute(json: unknown): Dispute {
  const given = form.parse(json)
  return {
    ...claimOf(given),
    status: given.status,
  }
}
