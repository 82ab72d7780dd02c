// Stripe's Refund, translated. https://docs.stripe.com/api/refunds/object
import { z } from 'zod'
import { amount, id, idOf, reference, seconds, text } from './fields.ts'

/**
 * Each later in this row than what it can follow: the shopper says where the money shall go, it is on its way, it arrives; and
 * it may fail even after that. https://docs.stripe.com/refunds
 */
export const refundStatuses = ['requires_action', 'pending', 'succeeded', 'canceled', 'failed'] as const

export type RefundStatus = (typeof refundStatuses)[number]

export interface Refund {
  readonly id: string
  /** Null for a payment that has no payment intent, and so is none of the shop's. */
  readonly paymentIntentId: string | null
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly status: RefundStatus
  /** Whether Stripe has ever said that it succeeded: it may fail after that. */
  readonly hasSucceeded: boolean
  /** Stripe's clock. */
  readonly createdAt: Date
}

const form = z.object({
  id,
  object: z.literal('refund'),
  payment_intent: reference,
  amount,
  currency: text,
  status: z.enum(refundStatuses).nullish(),
  created: seconds,
})

/** Reads a Refund out of Stripe's JSON. Throws ZodError when it is not one. */
export function parseRefund(json: unknown): Refund {
  const given = form.parse(json)
  return {
    id: given.id,
    paymentIntentId: idOf(given.payment_intent),
    amount: given.amount,
    currency: given.currency,
    status: given.status ?? 'pending',
    hasSucceeded: given.status === 'succeeded',
    createdAt: new Date(given.created * 1000),
  }
}

const chargeForm = z.object({
  object: z.literal('charge'),
  refunds: z.object({ data: z.array(z.unknown()) }).nullish(),
})

/** The refunds that a Charge tells of. Charges of today's API versions tell of none. Throws ZodError when it is not one. */
export function parseChargeRefunds(json: unknown): Refund[] {
  return (chargeForm.parse(json).refunds?.data ?? []).map(parseRefund)
}
