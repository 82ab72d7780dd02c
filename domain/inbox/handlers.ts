// The events that mean something to an order, each with what it means. All others are stored and otherwise left alone.
// https://docs.stripe.com/checkout/fulfillment
import { mergeDispute } from '#domain/orders/merge-dispute'
import { mergeRefund } from '#domain/orders/merge-refund'
import { settleOrder } from '#domain/orders/settle-order'
import type { Transaction } from '#prisma/client'
import { parseDispute } from '#stripe/dispute'
import { parseChargeRefunds, parseRefund, type Refund } from '#stripe/refund'
import { parseSession, type Session } from '#stripe/session'
import type { WebhookEvent } from '#stripe/webhook-event'

interface Telling {
  readonly event: WebhookEvent
  readonly now: Date
}

type Handler = (tx: Transaction, telling: Telling) => Promise<boolean>

const handlers = new Map<string, Handler>([
  ['checkout.session.completed', settle],
  ['checkout.session.async_payment_succeeded', settle],
  ['checkout.session.async_payment_failed', settleFailed],
  ['checkout.session.expired', settle],
  ['refund.created', takeRefund],
  ['refund.updated', takeRefund],
  ['refund.failed', takeRefund],
  ['charge.refund.updated', takeRefund],
  // In the shape of older API versions a charge tells its refunds; in today's it tells nothing that a refund does not.
  ['charge.refunded', takeRefundsOfCharge],
  ['charge.dispute.created', takeDispute],
  ['charge.dispute.updated', takeDispute],
  ['charge.dispute.closed', takeDispute],
  ['charge.dispute.funds_withdrawn', takeDispute],
  ['charge.dispute.funds_reinstated', takeDispute],
])

/** The types of the events that may concern an order. */
export const handledTypes: readonly string[] = [...handlers.keys()]

/** Applies an event to what it concerns, within `tx`. False when that is nothing of the shop's. */
export async function applyEvent(tx: Transaction, event: WebhookEvent, now: Date): Promise<boolean> {
  const handler = handlers.get(event.type)
  return handler ? handler(tx, { event, now }) : false
}

async function settle(tx: Transaction, telling: Telling): Promise<boolean> {
  return settleBy(tx, { ...telling, session: parseSession(telling.event.object) })
}

// The session itself looks like one that still waits for the bank: that the bank said no is in the event's type.
async function settleFailed(tx: Transaction, telling: Telling): Promise<boolean> {
  return settleBy(tx, { ...telling, session: { ...parseSession(telling.event.object), payment: 'failed' } })
}

async function settleBy(
  tx: Transaction,
  { event, now, session }: Telling & { session: Session },
): Promise<boolean> {
  return (await settleOrder(tx, { session, at: new Date(event.created * 1000), now })) !== null
}

async function takeRefund(tx: Transaction, { event, now }: Telling): Promise<boolean> {
  return mergeRefund(tx, parseRefund(event.object), now)
}

async function takeRefundsOfCharge(tx: Transaction, { event, now }: Telling): Promise<boolean> {
  let isOurs = false
  for (const refund of parseChargeRefunds(event.object).toSorted(byPayment)) {
    isOurs = (await mergeRefund(tx, refund, now)) || isOurs
  }
  return isOurs
}

// Each locks its payment; in one order always, so that no two transactions wait for each other.
function byPayment(a: Refund, b: Refund): number {
  return (a.paymentIntentId ?? '') < (b.paymentIntentId ?? '') ? -1 : 1
}

async function takeDispute(tx: Transaction, { event }: Telling): Promise<boolean> {
  return mergeDispute(tx, parseDispute(event.object))
}
