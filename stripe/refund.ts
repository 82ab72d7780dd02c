// Stripe's Refund, translated. https://docs.stripe.com/api/refunds/object
import { z } from 'zod'
import { type Claim, claimForm, claimOf } from './claim.ts'

/**
 * Each later in this row than what it can follow: the shopper says where the money shall go, it is on its way, it arrives; and
 * it may fail even after that. https://docs.stripe.com/refunds
 */
export const refundStatuses = ['requires_action', 'pending', 'succeeded', 'canceled', 'failed'] as const

export type RefundStatus = (typeof refundStatuses)[number]

export interface Refund extends Claim {
  readonly status: RefundStatus
  /** Whether Stripe has ever said that it succeeded: it may fail after that. */
  readonly hasSucceeded: boolean
}

const form = claimForm.extend({
  object: z.literal('refund'),
  status: z.enum(refundStatuses).nullish(),
})

/** Reads a Refund out of Stripe's JSON. Throws ZodError when it is not one. */
export function parseRefund(json: unknown): Refund {
  const given = form.parse(json)
  return {
    ...claimOf(given),
    status: given.status ?? 'pending',
    hasSucceeded: given.status === 'succeeded',
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
