import type { Transaction } from '#prisma/client'
import type { Refund } from '#stripe/refund'
import { enqueueRefundMail } from './enqueue-mails.ts'
import { mergeRefunds } from './merge-money-back.ts'
import { listOrdersOfPayment } from './order-of-payment.ts'
import { lockPaymentIntent, saveRefund } from './payment-intent-store.ts'

/**
 * Merges what Stripe says of a refund, within `tx`. Its first statement is a write. False when the refund is of no payment
 * intent, and so of none of the shop's payments. The payment itself may become known later.
 */
export async function mergeRefund(tx: Transaction, refund: Refund, now = new Date()): Promise<boolean> {
  const { id, paymentIntentId } = refund
  if (paymentIntentId === null) return false
  const { refunds } = await lockPaymentIntent(tx, paymentIntentId)
  const known = refunds.find((one) => one.id === id)
  await saveRefund(tx, known ? mergeRefunds(known, refund) : refund)
  if (!refund.hasSucceeded) return true
  // The orders are read without a lock: one that comes to know of this payment waits for the payment's row, and finds the
  // refund then.
  for (const order of await listOrdersOfPayment(tx, paymentIntentId)) {
    await enqueueRefundMail(tx, { order, refund, now })
  }
  return true
}
