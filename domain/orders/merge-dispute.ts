import type { Transaction } from '#prisma/client'
import type { Dispute } from '#stripe/dispute'
import { mergeDisputes } from './merge-money-back.ts'
import { lockPaymentIntent, saveDispute } from './payment-intent-store.ts'

/**
 * Merges what Stripe says of a dispute, within `tx`. Its first statement is a write. False when the dispute is of no payment
 * intent, and so of none of the shop's payments. The payment itself may become known later.
 */
export async function mergeDispute(tx: Transaction, dispute: Dispute): Promise<boolean> {
  const { id, paymentIntentId } = dispute
  if (paymentIntentId === null) return false
  const { disputes } = await lockPaymentIntent(tx, paymentIntentId)
  const known = disputes.find((one) => one.id === id)
  await saveDispute(tx, known ? mergeDisputes(known, dispute) : dispute)
  return true
}
