// Checkout Sessions, as the shop asks for them. https://docs.stripe.com/api/checkout/sessions
import type Stripe from 'stripe'
import { settings } from '#env'
import { stripe } from './client.ts'
import { parseSession, type Session } from './session.ts'
import { describeStripeError, type StripeFailure, stripeFailure } from './stripe-failure.ts'

export type SessionAnswer =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: StripeFailure }

export interface SessionRequest {
  readonly orderId: string
  /** The same key for every try at the same order: tries then make one session. https://docs.stripe.com/api/idempotent_requests */
  readonly idempotencyKey: string
  readonly locale: 'en' | 'zh-CN'
  readonly currency: string
  /** `unitAmount` in minor units; `picture` is a file stem in public/products. */
  readonly lines: readonly { name: string; unitAmount: number; quantity: number; picture: string }[]
  /** 30 minutes to 24 hours from now. */
  readonly expiresAt: Date
}

// Stripe's tags: its "zh" is simplified Chinese. https://docs.stripe.com/js/appendix/supported_locales
const stripeLocales = { en: 'en', 'zh-CN': 'zh' } as const

/** Makes a session. One call to Stripe; after a lost answer, call it again with the same request. */
export async function createSession(request: SessionRequest): Promise<SessionAnswer> {
  const { idempotencyKey } = request
  return answer(() => stripe().checkout.sessions.create(createParams(request), { idempotencyKey }))
}

/** Reads a session, with the state of its payment. */
export async function retrieveSession(id: string): Promise<SessionAnswer> {
  return answer(() => stripe().checkout.sessions.retrieve(id, { expand: ['payment_intent'] }))
}

/** Closes an open session, so that it cannot be paid any more. Refused when it is not open. */
export async function expireSession(id: string): Promise<SessionAnswer> {
  return answer(() => stripe().checkout.sessions.expire(id))
}

function createParams(request: SessionRequest): Stripe.Checkout.SessionCreateParams {
  const { orderId, currency, locale } = request
  const { shopUrl } = settings()
  return {
    mode: 'payment',
    client_reference_id: orderId,
    metadata: { order_id: orderId },
    payment_intent_data: { metadata: { order_id: orderId } },
    locale: stripeLocales[locale],
    line_items: request.lines.map(({ name, unitAmount, quantity, picture }) => ({
      quantity,
      price_data: {
        currency,
        unit_amount: unitAmount,
        product_data: { name, images: [`${shopUrl}/products/${picture}.jpg`] },
      },
    })),
    success_url: `${shopUrl}/${locale}/success?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${shopUrl}/${locale}/cancel`,
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
  }
}

async function answer(call: () => Promise<unknown>): Promise<SessionAnswer> {
  try {
    return { ok: true, session: parseSession(await call()) }
  } catch (error) {
    const failure = stripeFailure(error)
    if (failure === 'refused' || failure === 'unavailable' || failure === 'replayed')
      console.error('stripe: call failed', describeStripeError(error))
    return { ok: false, failure }
  }
}
