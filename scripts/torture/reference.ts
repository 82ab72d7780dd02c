// What must be in the database after a set of events, whatever the order in which they came and however often: written from
// Stripe's documentation alone, as one look at the whole set, so that it shares neither code nor method with the shop, which
// merges event after event. It must import nothing of the shop's.
import type { PlannedOrder } from './lives/planned-order.ts'
import type { StripeEvent } from './lives/stripe-objects.ts'
import {
  type ExpectedClaim,
  foldDisputes,
  foldRefunds,
  isOfClaims,
  listSucceededRefunds,
  type Refunded,
} from './reference-claims.ts'
import { type ExpectedOrder, foldOrder, groupSessions, sessionTypes } from './reference-order.ts'

export interface Expected {
  readonly orders: ReadonlyMap<string, ExpectedOrder>
  readonly refunds: ReadonlyMap<string, ExpectedClaim>
  readonly disputes: ReadonlyMap<string, ExpectedClaim>
  /** Units by sku. */
  readonly stock: ReadonlyMap<string, { readonly held: number; readonly sold: number }>
  /** State by event. */
  readonly inbox: ReadonlyMap<string, string>
  /** "order kind" of each message that is due. */
  readonly mails: ReadonlySet<string>
}

/** Folds a whole set of events over the orders as they were placed. Of `scarce` skus there is nothing left to sell. */
export function foldEvents(
  placed: readonly PlannedOrder[],
  events: readonly StripeEvent[],
  scarce: readonly string[] = [],
): Expected {
  const sessions = groupSessions(events)
  const orders = new Map(
    placed.map((order) => [order.id, foldOrder(order, sessions.get(order.id) ?? [], scarce)]),
  )
  return {
    orders,
    refunds: foldRefunds(events),
    disputes: foldDisputes(events),
    stock: foldStock(placed, orders),
    inbox: new Map(events.map((event) => [event.id, isOurs(event, orders) ? 'applied' : 'ignored'])),
    mails: foldMails(orders, listSucceededRefunds(events)),
  }
}

function foldStock(placed: readonly PlannedOrder[], orders: Expected['orders']) {
  const stock = new Map<string, { held: number; sold: number }>()
  for (const { id, lines } of placed) {
    const state = orders.get(id)?.stock
    for (const { sku, quantity } of lines) {
      const { held, sold } = stock.get(sku) ?? { held: 0, sold: 0 }
      stock.set(sku, {
        held: held + (state === 'held' ? quantity : 0),
        sold: sold + (state === 'sold' ? quantity : 0),
      })
    }
  }
  return stock
}

function isOurs(event: StripeEvent, orders: Expected['orders']): boolean {
  if (sessionTypes.has(event.type)) return orders.has(String(event.data.object['client_reference_id']))
  return isOfClaims(event)
}

// A message cannot be taken back, so each is due by something that no later event undoes. A payment that is not the one asked
// for, or that nothing can be sent for, gets no receipt; a second one, heard of at any time, takes none away. A refund is told
// once it has succeeded, though it may fail afterwards.
function foldMails(orders: Expected['orders'], refunds: readonly Refunded[]): Set<string> {
  const mails = new Set<string>()
  const paidBy = new Map<string, string>()
  for (const [id, { payment, email, paymentIntentId, review }] of orders) {
    if (email === null) continue
    if (payment === 'paid' && !/amount|shipping|currency|mode|stock/.test(review)) mails.add(`${id} receipt`)
    if (payment === 'failed') mails.add(`${id} payment-failed`)
    if (payment === 'paid' && paymentIntentId !== null) paidBy.set(paymentIntentId, id)
  }
  for (const { id, paymentIntentId } of refunds) {
    const orderId = paidBy.get(paymentIntentId)
    if (orderId !== undefined) mails.add(`${orderId} refund:${id}`)
  }
  return mails
}
