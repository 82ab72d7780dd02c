// Which messages an order makes due. A message cannot be taken back, so none hangs on something that a later fact may undo:
// each becomes due by something that Stripe has said, and stays so. That makes them the same in whatever order it is said.
import {
  type Charges,
  type Delivery,
  enqueueMail,
  type MailContent,
  type MailKind,
} from '#domain/mail/outbox-store'
import type { Transaction } from '#prisma/client'
import type { Refund } from '#stripe/refund'
import { addressLines } from './address-lines.ts'
import { addedTax, type Breakdown, chargedTotal } from './breakdown.ts'
import { chosenOffer } from './chosen-offer.ts'
import type { Order, OrderFacts, ReviewReason } from './order.ts'
import type { AddressedOrder } from './order-of-payment.ts'

interface Settled {
  readonly before: Order
  readonly order: Order
  /** What made it so. */
  readonly told: OrderFacts
  readonly now: Date
}

/** Writes down the messages that are due now that an order is settled. Those that were due before stay as they are. */
export async function enqueueMails(tx: Transaction, { before, order, told, now }: Settled): Promise<void> {
  if (isReceiptDue(order)) await enqueue(tx, { order, kind: 'receipt', more: receiptOf(order), now })
  // Of a lost session it is the shop that concludes so, and not Stripe that says it.
  const hasFailed = order.payment === 'failed' || told.payment === 'failed'
  if (hasFailed && !order.review.includes('lost')) await enqueue(tx, { order, kind: 'payment-failed', now })
  // Whoever merges a refund finds an order that knows its payment and its shopper, and writes the message then.
  if (before.paymentIntentId && before.email) return
  for (const refund of order.refunds) {
    if (refund.hasSucceeded) await enqueueRefundMail(tx, { order, refund, now })
  }
}

interface Refunded {
  readonly order: AddressedOrder
  readonly refund: Refund
  readonly now: Date
}

/** Writes down that a refund which has succeeded is to be told, once for each refund. */
export async function enqueueRefundMail(tx: Transaction, { order, refund, now }: Refunded): Promise<void> {
  await enqueue(tx, { order, kind: `refund:${refund.id}`, more: { refund: refund.amount }, now })
}

interface Again {
  readonly order: Order
  /** Of the receipts sent again, which: the same is written down once. */
  readonly name: string
  readonly now: Date
}

/** Writes down that a receipt is to be sent once more, to whom the first one went. False: the one of this name was before. */
export async function enqueueReceiptAgain(tx: Transaction, { order, name, now }: Again): Promise<boolean> {
  return enqueue(tx, { order, kind: `receipt:${name}`, more: receiptOf(order), now })
}

// What is wrong with the payment itself, or that there is nothing to send for it. That somebody paid a second session as well
// is heard at any time, perhaps when the receipt has long been sent: it cannot be a reason to send none.
const reasonsAgainstReceipt = new Set<ReviewReason>(['amount', 'shipping', 'currency', 'mode', 'stock'])

/** Whether an order has a receipt. */
export function isReceiptDue({ payment, review }: Order): boolean {
  return payment === 'paid' && !review.some((reason) => reasonsAgainstReceipt.has(reason))
}

interface Due {
  readonly order: AddressedOrder
  readonly kind: MailKind
  /** What only a message of this kind says. */
  readonly more?: Pick<MailContent, 'placedAt' | 'delivery' | 'refund'>
  readonly now: Date
}

async function enqueue(tx: Transaction, { order, kind, more, now }: Due): Promise<boolean> {
  const { id, token, locale, currency, email } = order
  if (!email) return false
  const lines = order.lines.map(({ name, quantity, unitAmount }) => ({ name, quantity, unitAmount }))
  const content = {
    token,
    currency,
    lines,
    total: chargedTotal(order),
    ...(order.breakdown && { charges: chargesOf(order.breakdown) }),
    ...more,
  }
  return enqueueMail(tx, { orderId: id, kind, recipient: email, locale, at: now, content })
}

function receiptOf(order: Order) {
  return { placedAt: order.createdAt.toISOString(), delivery: deliveryOf(order) }
}

function deliveryOf(order: Order): Delivery {
  const { shippingAddress, locale } = order
  const offer = chosenOffer(order)
  return {
    to: shippingAddress ? addressLines(shippingAddress, locale) : [],
    ...(offer && { by: { name: offer.name, days: offer.days } }),
  }
}

function chargesOf(breakdown: Breakdown): Charges {
  const { subtotal, discount, shipping, shippingName, tax } = breakdown
  return { subtotal, discount, shipping, shippingName, tax, addedTax: addedTax(breakdown) }
}
