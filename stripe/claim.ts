// What a refund and a dispute have in common: each takes back some of a payment.
import { z } from 'zod'
import { amount, id, idOf, reference, seconds, text } from './fields.ts'

export interface Claim {
  readonly id: string
  /** Null for a payment that has no payment intent, and so is none of the shop's. */
  readonly paymentIntentId: string | null
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  /** Stripe's clock. */
  readonly createdAt: Date
}

/** The fields of Stripe's JSON that a claim is read out of. */
export const claimForm = z.object({
  id,
  payment_intent: reference,
  amount,
  currency: text,
  created: seconds,
})

/** The claim in those fields. */
export function claimOf(given: z.output<typeof claimForm>): Claim {
  return {
    id: given.id,
    paymentIntentId: idOf(given.payment_intent),
    amount: given.amount,
    currency: given.currency,
    createdAt: new Date(given.created * 1000),
  }
}
