// For tests: sessions and events in Stripe's own words, signed as Stripe signs them.
import { randomUUID } from 'node:crypto'
import { stripe } from './client.ts'
import { webhookSecret } from './test-stripe.ts'

export type SessionEventType =
  | 'checkout.session.completed'
  | 'checkout.session.async_payment_succeeded'
  | 'checkout.session.async_payment_failed'
  | 'checkout.session.expired'

/** A Checkout Session as Stripe writes it; paid, unless `fields` say otherwise. */
export function sessionJson(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `cs_test_${randomUUID().replaceAll('-', '')}`,
    object: 'checkout.session',
    client_reference_id: null,
    status: 'complete',
    payment_status: 'paid',
    url: null,
    amount_total: 1200,
    currency: 'usd',
    livemode: false,
    payment_intent: 'pi_test_1',
    customer_details: { email: 'shopper@example.com', name: 'Wang Fang' },
    ...fields,
  }
}

/** A Refund as Stripe writes it; succeeded, unless `fields` say otherwise. */
export function refundJson(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `re_${randomUUID().replaceAll('-', '')}`,
    object: 'refund',
    amount: 1200,
    charge: 'ch_test_1',
    created: 1_795_400_000,
    currency: 'usd',
    payment_intent: 'pi_test_1',
    status: 'succeeded',
    ...fields,
  }
}

/** A Dispute as Stripe writes it; waiting for the shop's answer, unless `fields` say otherwise. */
export function disputeJson(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `du_${randomUUID().replaceAll('-', '')}`,
    object: 'dispute',
    amount: 1200,
    charge: 'ch_test_1',
    created: 1_795_400_000,
    currency: 'usd',
    payment_intent: 'pi_test_1',
    status: 'needs_response',
    ...fields,
  }
}

/** An event as Stripe posts it. */
export function eventJson(type: string, object: object, id = `evt_${randomUUID()}`): string {
  return JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-09-30.dahlia',
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  })
}

/** The Stripe-Signature header of `body`, stamped at `at`. */
export function sign(body: string, { secret = webhookSecret, at = new Date() } = {}): string {
  return stripe().webhooks.generateTestHeaderString({
    payload: body,
    secret,
    timestamp: Math.floor(at.getTime() / 1000),
  })
}
