// Checkout Sessions, as the shop asks for them. https://docs.stripe.com/api/checkout/sessions
import { stripe } from './client.ts'
import { type SessionRequest, sessionParams } from './session-params.ts'
import { parseSession, type Session } from './session.ts'
import { describeStripeError, type StripeFailure, stripeFailure } from './stripe-failure.ts'

export type SessionAnswer =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: StripeFailure }

/** Makes a session. One call to Stripe; after a lost answer, call it again with the same request. */
export async function createSession(request: SessionRequest): Promise<SessionAnswer> {
  const { idempotencyKey } = request
  return answer(() => stripe().checkout.sessions.create(sessionParams(request), { idempotencyKey }))
}

/** Reads a session, with the state of its payment. */
export async function retrieveSession(id: string): Promise<SessionAnswer> {
  return answer(() => stripe().checkout.sessions.retrieve(id, { expand: ['payment_intent'] }))
}

/** Closes an open session, so that it cannot be paid any more. Refused when it is not open. */
export async function expireSession(id: string): Promise<SessionAnswer> {
  return answer(() => stripe().checkout.sessions.expire(id))
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
