// For tests: what Stripe says of an order, as the events that say it.
import type { Order } from '#domain/orders/order'
import type { Said } from '#domain/orders/test-lives'
import { disputeOf, refundOf, sessionOf } from '#domain/orders/test-orders'
import { transaction } from '#prisma/client'
import type { Dispute } from '#stripe/dispute'
import type { Refund } from '#stripe/refund'
import type { Session } from '#stripe/session'
import { disputeJson, eventJson, refundJson, sessionJson } from '#stripe/test-events'
import { parseWebhookEvent } from '#stripe/webhook-event'
import { insertPendingEvent } from './inbox-store.ts'
import { takeEvent, type Taken } from './receive-event.ts'

/** Something that Stripe says, and when. */
export interface Telling {
  readonly word: Said
  readonly at: Date
}

/** Takes the event that says `word` of an order, each time as another event of the same. */
export async function tell(order: Order, { word, at }: Telling): Promise<Taken> {
  const { type, object } = sayingOf(order, word)
  const payload = JSON.stringify({
    ...JSON.parse(eventJson(type, object)),
    created: Math.floor(at.getTime() / 1000),
  })
  const event = parseWebhookEvent(payload)
  if (!event) throw new Error('no event')
  return takeEvent({ event, payload, at: new Date() })
}

/** The event that says that an order was paid; or what else `said` says of its session. */
export function paymentOf(
  { id, sessionId, total, currency }: Order,
  said: Record<string, unknown> = {},
): string {
  const session = { id: sessionId, client_reference_id: id, amount_total: total, currency, ...said }
  return eventJson('checkout.session.completed', sessionJson(session))
}

/** Stores an event as one that could not be applied when it came, and gives its id. */
export async function aPendingEvent(payload: string, at: Date): Promise<string> {
  const event = parseWebhookEvent(payload)
  if (!event) throw new Error('no event')
  await transaction((tx) => insertPendingEvent(tx, { event, payload, at, error: 'failed in a test' }))
  return event.id
}

interface Saying {
  readonly type: string
  readonly object: Record<string, unknown>
}

// Ids are of one object at Stripe: each order has objects of its own.
function sayingOf(order: Order, word: Said): Saying {
  const own = (id: string | null | undefined) => (id ? { id: `${id}_${order.id}` } : {})
  if ('session' in word) return sessionSaying({ ...sessionOf(order, word.session), ...own(word.session.id) })
  if ('refund' in word) return refundSaying({ ...refundOf(order, word.refund), ...own(word.refund.id) })
  return disputeSaying({ ...disputeOf(order, word.dispute), ...own(word.dispute.id) })
}

function sessionSaying(session: Session): Saying {
  const object = sessionJson({
    id: session.id,
    client_reference_id: session.orderId,
    status: session.status,
    payment_status: session.payment === 'paid' ? 'paid' : 'unpaid',
    amount_total: session.amountTotal,
    currency: session.currency,
    livemode: !session.rightMode,
    payment_intent: session.paymentIntentId,
    customer_details: session.email === null ? null : { email: session.email, name: session.customerName },
  })
  const types = {
    none: 'expired',
    processing: 'completed',
    failed: 'async_payment_failed',
    paid: 'completed',
  }
  return { type: `checkout.session.${types[session.payment]}`, object }
}

function refundSaying(refund: Refund): Saying {
  const type = refund.status === 'failed' ? 'refund.failed' : 'refund.updated'
  return { type, object: refundJson(claimFields(refund)) }
}

function disputeSaying(dispute: Dispute): Saying {
  return { type: 'charge.dispute.updated', object: disputeJson(claimFields(dispute)) }
}

function claimFields({ id, paymentIntentId, amount, currency, status, createdAt }: Refund | Dispute) {
  const created = createdAt.getTime() / 1000
  return { id, payment_intent: paymentIntentId, amount, currency, status, created }
}
