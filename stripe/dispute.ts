// Stripe's Dispute, translated. https://docs.stripe.com/api/disputes/object
import { z } from 'zod'
import { amount, id, idOf, reference, seconds, text } from './fields.ts'

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

export interface Dispute {
  readonly id: string
  /** Null for a payment that has no payment intent, and so is none of the shop's. */
  readonly paymentIntentId: string | null
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly status: DisputeStatus
  /** Stripe's clock. */
  readonly createdAt: Date
}

const form = z.object({
  id,
  object: z.literal('dispute'),
  payment_intent: reference,
  amount,
  currency: text,
  status: z.enum(disputeStatuses),
  created: seconds,
})

/** Reads a Dispute out of Stripe's JSON. Throws ZodError when it is not one. */
export function parseDispute(json: unknown): Dispute {
  const given = form.parse(json)
  return {
    id: given.id,
    paymentIntentId: idOf(given.payment_intent),
    amount: given.amount,
    currency: given.currency,
    status: given.status,
    createdAt: new Date(given.created * 1000),
  }
}
