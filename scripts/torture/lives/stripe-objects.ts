// Stripe's objects and events in Stripe's own shapes, written from its API reference. https://docs.stripe.com/api
import { chargeFields } from './planned-charge.ts'
import type { PlannedOrder } from './planned-order.ts'

export type Json = Readonly<Record<string, unknown>>

/** An event as Stripe posts it. */
export interface StripeEvent {
  readonly id: string
  readonly object: 'event'
  readonly api_version: string
  /** Seconds. */
  readonly created: number
  readonly livemode: boolean
  readonly pending_webhooks: number
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null }
  readonly type: string
  readonly data: { readonly object: Json }
}

/** https://docs.stripe.com/api/events/object */
export function eventOf(
  id: string,
  type: string,
  { object, created }: { object: Json; created: number },
): StripeEvent {
  return {
    id,
    object: 'event',
    api_version: '2026-09-30.dahlia',
    created,
    livemode: object['livemode'] === true,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  }
}

const address = {
  city: '上海',
  country: 'CN',
  line1: '南京东路\u0000 1号',
  line2: null,
  postal_code: '200001',
  state: '',
}

/** The order's Checkout Session, paid unless `fields` say otherwise. https://docs.stripe.com/api/checkout/sessions/object */
export function sessionOf(order: PlannedOrder, fields: Json = {}): Json {
  return {
    id: order.sessionId ?? `cs_test_unremembered_${order.id}`,
    object: 'checkout.session',
    ...chargeFields(order),
    client_reference_id: order.id,
    collected_information: { shipping_details: { name: order.customerName, address } },
    currency: order.currency,
    customer_details: { email: order.email, name: order.customerName, phone: null, tax_exempt: 'none' },
    livemode: false,
    metadata: { order_id: order.id },
    mode: 'payment',
    payment_intent: intentOf(order),
    payment_status: 'paid',
    presentment_details: order.charge.addsTax
      ? { presentment_amount: 1234, presentment_currency: 'krw' }
      : null,
    status: 'complete',
    url: null,
    ...fields,
  }
}

/** The id of the payment that the order's session makes. */
export function intentOf({ id }: PlannedOrder): string {
  return `pi_${id}`
}

interface Told {
  readonly id: string
  /** Null: of a payment from before there were payment intents. */
  readonly intent: string | null
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly status: string
  /** Seconds. */
  readonly created: number
}

/** https://docs.stripe.com/api/refunds/object */
export function refundOf({ id, intent, amount, currency, status, created }: Told): Json {
  return {
    id,
    object: 'refund',
    amount,
    charge: `ch_${intent}`,
    created,
    currency,
    metadata: {},
    payment_intent: intent,
    reason: 'requested_by_customer',
    status,
    ...(status === 'failed' && { failure_reason: 'lost_or_stolen_card' }),
  }
}

/** https://docs.stripe.com/api/disputes/object */
export function disputeOf({ id, intent, amount, currency, status, created }: Told): Json {
  return {
    id,
    object: 'dispute',
    amount,
    charge: `ch_${intent}`,
    created,
    currency,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: intent,
    reason: 'fraudulent',
    status,
  }
}

/** A charge in the shape of API versions before 2022-11-15, which tell its refunds. https://docs.stripe.com/upgrades#2022-11-15 */
export function oldChargeOf(intent: string, refunds: readonly Json[]): Json {
  return {
    id: `ch_${intent}`,
    object: 'charge',
    livemode: false,
    payment_intent: intent,
    refunded: true,
    refunds: { object: 'list', data: refunds, has_more: false, total_count: refunds.length },
  }
}
