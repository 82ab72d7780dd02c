// Thin events (https://docs.stripe.com/event-destinations#thin-events): since 2026-09-30.endive a snapshot event has a
// thin version whose type begins with `v1.`. It names the object and leaves it to be fetched. Nothing is stored for it:
// its id holds the snapshot's, and everything else follows from the snapshot.
import type { Stripe } from 'stripe'
import type { Balance, Event, StripeObject } from '../store/stripe-types.ts'

export type ThinEvent = Stripe.V2.Core.EventBase & { related_object: RelatedObject }
type RelatedObject = { id?: string; type: string; url: string }
type ThinType = Stripe.V2.Core.EventNotification['type']

const prefix = 'evt_test_65'

/** Which events of ours have a thin version, from the SDK's types, after their `v1.`. */
export const thinTypes = new Set<string>([
  'v1.balance.available',
  'v1.charge.captured',
  'v1.charge.dispute.closed',
  'v1.charge.dispute.created',
  'v1.charge.dispute.funds_reinstated',
  'v1.charge.dispute.funds_withdrawn',
  'v1.charge.dispute.updated',
  'v1.charge.expired',
  'v1.charge.failed',
  'v1.charge.pending',
  'v1.charge.refund.updated',
  'v1.charge.refunded',
  'v1.charge.succeeded',
  'v1.charge.updated',
  'v1.checkout.session.async_payment_failed',
  'v1.checkout.session.async_payment_succeeded',
  'v1.checkout.session.completed',
  'v1.checkout.session.expired',
  'v1.coupon.created',
  'v1.coupon.deleted',
  'v1.coupon.updated',
  'v1.customer.created',
  'v1.customer.deleted',
  'v1.customer.updated',
  'v1.payment_intent.amount_capturable_updated',
  'v1.payment_intent.canceled',
  'v1.payment_intent.created',
  'v1.payment_intent.partially_funded',
  'v1.payment_intent.payment_failed',
  'v1.payment_intent.processing',
  'v1.payment_intent.requires_action',
  'v1.payment_intent.succeeded',
  'v1.payment_method.attached',
  'v1.payment_method.automatically_updated',
  'v1.payment_method.detached',
  'v1.payment_method.updated',
  'v1.price.created',
  'v1.price.deleted',
  'v1.price.updated',
  'v1.product.created',
  'v1.product.deleted',
  'v1.product.updated',
  'v1.promotion_code.created',
  'v1.promotion_code.updated',
  'v1.radar.early_fraud_warning.created',
  'v1.radar.early_fraud_warning.updated',
  'v1.refund.created',
  'v1.refund.failed',
  'v1.refund.updated',
  'v1.tax_rate.created',
  'v1.tax_rate.updated',
] satisfies ThinType[])

/** Where an object of a kind is fetched. */
const paths: Record<string, string> = {
  'checkout.session': '/v1/checkout/sessions',
  'radar.early_fraud_warning': '/v1/radar/early_fraud_warnings',
}

/** The thin version of an event; null when Stripe has none. */
export function thinEventOf(event: Event): ThinEvent | null {
  const type = `v1.${event.type}`
  if (!thinTypes.has(type)) return null
  const changes = changesOf(event)
  return {
    id: `${prefix}${event.id.slice(4)}`,
    object: 'v2.core.event',
    ...(changes && { changes }),
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    ...(event.request.id !== null && { reason: reasonOf(event.request.id, event.request.idempotency_key) }),
    related_object: relatedObject(event.data.object),
    snapshot_event: event.id,
    type,
  }
}

/** What is sent: without the changes, which are fetched with the event. */
export function thinNotification({ changes: _changes, ...sent }: ThinEvent): ThinEvent {
  return sent
}

/** The id of the snapshot behind a thin event's id; '' for what is no such id. */
export function snapshotId(thin: string): string {
  return thin.startsWith(prefix) ? `evt_${thin.slice(prefix.length)}` : ''
}

/** The balance has no id: an account has one. */
function relatedObject(about: StripeObject | Balance): RelatedObject {
  const { object } = about
  if (!('id' in about)) return { type: object, url: `/v1/${object}` }
  const { id } = about
  return { id, type: object, url: `${paths[object] ?? `/v1/${object}s`}/${id}` }
}

function reasonOf(id: string, key: string | null) {
  return { type: 'request', request: { id, idempotency_key: key ?? '' } }
}

function changesOf({ data }: Event): { before: object; after: object } | null {
  if (data.previous_attributes === undefined) return null
  const now = new Map(Object.entries(data.object))
  const names = Object.keys(data.previous_attributes)
  const after = Object.fromEntries(names.map((name) => [name, now.get(name) ?? null]))
  return { before: data.previous_attributes, after }
}
