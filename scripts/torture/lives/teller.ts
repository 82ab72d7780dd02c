// Tells one order's life: each thing that happens becomes an event with an id, and a time that is never before the one
// told last, and often the same second.
import type { Random } from '../random.ts'
import {
  intentOf,
  disputeOf,
  eventOf,
  type Json,
  refundOf,
  sessionOf,
  type StripeEvent,
} from './stripe-objects.ts'
import { chargedTotal } from './planned-charge.ts'
import type { PlannedOrder } from './planned-order.ts'

export interface Teller {
  readonly order: PlannedOrder
  readonly random: Random
  /** Any event about any object. */
  readonly event: (type: string, object: Json) => StripeEvent
  /** An event about the order's session, complete and paid unless `fields` say otherwise. */
  readonly session: (type: string, fields?: Json) => StripeEvent
  /** An event about the `number`-th refund of the order's payment. */
  readonly refund: (type: string, status: string, refund?: RefundToTell) => StripeEvent
  readonly dispute: (type: string, status: string) => StripeEvent
  /** The refund's object alone, as older events carry it. */
  readonly refundJson: (status: string, refund?: RefundToTell) => Json
  /** The same fact in an event of its own. https://docs.stripe.com/webhooks#handle-duplicate-events */
  readonly twin: (event: StripeEvent) => StripeEvent
}

interface RefundToTell {
  readonly number?: number
  /** Minor units; all of it when not given. */
  readonly amount?: number
  readonly intent?: string | null
}

// 1 November 2026
const beginning = 1_793_491_200

/** A teller for `order`. */
export function tellerOf(order: PlannedOrder, random: Random): Teller {
  let clock = beginning + random.integer(0, 86_400)
  let told = 0
  const began = clock
  const later = () => (clock += random.chance(0.5) ? 0 : random.integer(1, 100_000))
  const event = (type: string, object: Json) => {
    told += 1
    return eventOf(`evt_${order.id}_${told}`, type, { object, created: later() })
  }
  const money = {
    intent: intentOf(order),
    amount: chargedTotal(order),
    currency: order.currency,
    created: began,
  }
  const refundJson: Teller['refundJson'] = (status, { number = 1, ...rest } = {}) =>
    refundOf({ ...money, id: `re_${order.id}_${number}`, status, ...rest })
  return {
    order,
    random,
    event,
    session: (type, fields) => event(`checkout.session.${type}`, sessionOf(order, fields)),
    refund: (type, status, refund) => event(type, refundJson(status, refund)),
    dispute: (type, status) =>
      event(`charge.dispute.${type}`, disputeOf({ ...money, id: `dp_${order.id}`, status })),
    refundJson,
    twin: ({ type, data }) => event(type, data.object),
  }
}
