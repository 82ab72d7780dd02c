// What every test begins with: a Local Stripe of its own, the official SDK pointed at it, and a shop that pays and
// receives webhooks.
import type { TestContext } from 'node:test'
import { Stripe } from 'stripe'
import { startLocalStripe } from '../start-local-stripe.ts'

export const testKey = 'sk_test_local_stripe_tests'
export type Setup = Awaited<ReturnType<typeof localStripeForTest>>

/** Starts Local Stripe for one test; it ends with the test. */
export async function localStripeForTest(
  t: TestContext,
  options: { data?: string; clock?: () => number } = {},
) {
  const localStripe = await startLocalStripe({ port: 0, data: ':memory:', ...options })
  t.after(() => localStripe.close())
  const { url } = localStripe
  return { url, stripe: sdkFor(url), ...callsTo(url), close: () => localStripe.close() }
}

/** The official SDK, pointed at a Local Stripe, without retries of its own. */
export function sdkFor(url: string, options: { maxNetworkRetries?: number } = {}): Stripe {
  const port = new URL(url).port
  return new Stripe(testKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, ...options })
}

function callsTo(url: string) {
  /** A plain call to the API, for what the SDK would not send. */
  const call = async (
    method: string,
    path: string,
    request: { body?: string; headers?: Record<string, string> } = {},
  ) => {
    const type = 'application/x-www-form-urlencoded'
    const headers = { Authorization: `Bearer ${testKey}`, 'Content-Type': type, ...request.headers }
    const answer = await fetch(url + path, { method, headers, ...(request.body && { body: request.body }) })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }
  /** An order to the control API. */
  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}/_local${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return { call, control }
}

/** The id behind a reference that may be expanded; '' for none. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  return typeof reference === 'string' ? reference : (reference?.id ?? '')
}

/** A session for one product, in the given currency and amount. */
export function sessionParams(
  price: { currency?: string; amount?: number } = {},
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  const { currency = 'usd', amount = 1250 } = price
  const product_data = { name: 'Mug', description: 'Hand-thrown', images: ['https://shop.test/mug.jpg'] }
  return {
    mode: 'payment',
    success_url: 'https://shop.test/success?session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.test/cancel',
    line_items: [{ quantity: 2, price_data: { currency, unit_amount: amount, product_data } }],
    ...more,
  }
}
