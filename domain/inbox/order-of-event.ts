import type { Order } from '#domain/orders/order'
import { findOrderByPayment, findOrderBySession } from '#domain/orders/order-store'
import type { WebhookEvent } from '#stripe/webhook-event'

type FindOrder = () => Promise<Order | null>

/** How to find each of the orders that these events of sessions, charges, refunds and disputes tell of. */
export function findersOf(events: readonly WebhookEvent[]): FindOrder[] {
  const finders = new Map<string, FindOrder>()
  for (const { objectId, object } of events) {
    const payment = paymentOf(object)
    if (objectId?.startsWith('cs_')) finders.set(objectId, () => findOrderBySession(objectId))
    else if (payment) finders.set(payment, () => findOrderByPayment(payment))
  }
  return [...finders.values()]
}

/** The order that was paid by this payment intent; null when the shop knows of none. */
export async function findOrderOfPayment(paymentIntentId: string | null): Promise<Order | null> {
  return paymentIntentId ? findOrderByPayment(paymentIntentId) : null
}

function paymentOf(object: unknown): string | null {
  if (typeof object !== 'object' || object === null || !('payment_intent' in object)) return null
  const { payment_intent: payment } = object
  return typeof payment === 'string' ? payment : null
}
