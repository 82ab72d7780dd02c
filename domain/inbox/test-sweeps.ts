// For tests of the sweep: what it finds, and what it must not find from the test before.
import { putOnSale } from '#domain/catalogue/test-catalogue'
import type { Order } from '#domain/orders/order'
import { placeOrder } from '#domain/orders/place-order'
import { aRequest, orderOf, placed } from '#domain/orders/test-orders'
import { reader, transaction } from '#prisma/client'
import { PacedCalls } from '#stripe/paced-calls'
import { stripe } from '#stripe/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import { payOnStripesPage, stripeUrl } from '#stripe/test-stripe'
import { sweep, type Swept } from './sweep.ts'

const minute = 60_000

/** The time in so many minutes. */
export function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * minute)
}

/** What a sweep tells that found nothing to look at. */
export const nothing: Swept = { looked: 0, repairs: [], unanswered: 0, failed: 0 }

/** What a sweep tells that begins now, or in so many minutes, and waits for no turn. Throws when another is busy. */
export async function sweepIn(minutes: number, { comparesNow = false } = {}): Promise<Swept> {
  const calls = new PacedCalls({ sleep: async () => {} })
  const swept = await sweep(inMinutes(minutes), { comparesNow, calls })
  if (swept === 'busy') throw new Error('another sweep is going on')
  return swept
}

/** An order with its session at Stripe, waiting to be paid. */
export async function anOrderAtStripe(currency: 'usd' | 'eur' = 'usd'): Promise<OrderAtStripe> {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }], currency })
  const { sessionId } = placed(await placeOrder(request))
  return { sku, sessionId, order: await orderOf(sessionId) }
}

export interface OrderAtStripe {
  readonly sku: string
  readonly sessionId: string
  readonly order: Order
}

/** The same, and paid at Stripe; with the payment intent, of which the shop has not heard. */
export async function anOrderPaidAtStripe(
  card?: string,
): Promise<OrderAtStripe & { paymentIntentId: string }> {
  const made = await anOrderAtStripe()
  await payOnStripesPage(made.sessionId, card)
  const answer = await retrieveSession(made.sessionId)
  return { ...made, paymentIntentId: (answer.ok && answer.session.paymentIntentId) || '' }
}

/** Gives money back at Stripe: so many minor units, or all of it. */
export async function refundAtStripe(paymentIntentId: string, amount?: number): Promise<{ id: string }> {
  return stripe().refunds.create({ payment_intent: paymentIntentId, ...(amount && { amount }) })
}

/** Lets the card holder dispute a payment. */
export async function disputeAtStripe(paymentIntentId: string): Promise<void> {
  await orderOfStripe('POST', 'disputes', { payment_intent: paymentIntentId })
}

/** Moves Stripe's clock on. */
export async function waitAtStripe(seconds: number): Promise<void> {
  await orderOfStripe('POST', 'clock/advance', { seconds })
}

/** What happens to the next webhooks: dropped ones are undelivered, swallowed ones are in no list of such. */
export async function loseWebhooks(fault: 'drop' | 'swallow'): Promise<void> {
  await orderOfStripe('DELETE', 'webhooks/faults')
  await orderOfStripe('POST', 'webhooks/faults', { fault, times: 1_000_000 })
}

/** All rows of the tables that a sweep may write, but for its own lease. */
export async function allRows(): Promise<object> {
  const database = reader()
  return {
    orders: await database.order.findMany({ orderBy: { id: 'asc' } }),
    stock: await database.stock.findMany({ orderBy: { sku: 'asc' } }),
    events: await database.inboxEvent.findMany({ orderBy: { id: 'asc' } }),
    payments: await database.paymentIntent.findMany({ orderBy: { id: 'asc' } }),
    refunds: await database.refund.findMany({ orderBy: { id: 'asc' } }),
    disputes: await database.dispute.findMany({ orderBy: { id: 'asc' } }),
    mails: await database.outboxMail.findMany({ orderBy: [{ orderId: 'asc' }, { kind: 'asc' }] }),
  }
}

async function orderOfStripe(method: string, path: string, body?: object): Promise<void> {
  const answer = await fetch(`${stripeUrl}/_local/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`Local Stripe: ${await answer.text()}`)
}

/** Empties the lists: a sweep looks at all there is. */
export async function forgetOrders(): Promise<void> {
  await transaction(async (tx) => {
    await tx.outboxMail.deleteMany()
    await tx.orderLine.deleteMany()
    await tx.order.deleteMany()
    await tx.refund.deleteMany()
    await tx.dispute.deleteMany()
    await tx.paymentIntent.deleteMany()
    await tx.inboxEvent.deleteMany()
    await tx.lease.deleteMany()
  })
}
