// For tests: a Local Stripe of the test's own, on a free port and in memory, and the settings that lead the shop to it.
// Settings are read at the first call, so importing this is enough.
import { after } from 'node:test'
import { startLocalStripe } from '../local-stripe/start-local-stripe.ts'
import { stripe } from './client.ts'

const local = await startLocalStripe({ port: 0, data: ':memory:' })

export const webhookSecret = 'whsec_test_of_the_kiosk_now'
export const nextWebhookSecret = 'whsec_test_of_the_kiosk_next'
export const shopUrl = 'https://shop.example'

Object.assign(process.env, {
  SHOP_URL: shopUrl,
  STRIPE_API_BASE: local.url,
  STRIPE_SECRET_KEY: 'sk_test_localstripe',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_localstripe',
  STRIPE_WEBHOOK_SECRET: `${webhookSecret},${nextWebhookSecret}`,
})

after(() => local.close())

export interface StripeRequest {
  readonly method: string
  readonly path: string
  readonly idempotency_key: string | null
  /** The form as it was sent, decoded. */
  readonly form: Readonly<Record<string, string>>
}

/** What the shop has asked of Stripe, oldest first. */
export async function listStripeRequests(): Promise<StripeRequest[]> {
  const { requests } = (await control('GET', 'requests?last=1000')) as {
    requests: (StripeRequest & { body: string })[]
  }
  return requests.map((request) => ({
    ...request,
    form: Object.fromEntries(new URLSearchParams(request.body)),
  }))
}

/** What the shop has asked of Stripe to make the sessions of these orders. */
export async function listSessionRequests(orders: readonly { id: string }[]): Promise<StripeRequest[]> {
  const ids = new Set(orders.map(({ id }) => id))
  const requests = await listStripeRequests()
  return requests.filter(({ form }) => ids.has(form['client_reference_id'] ?? ''))
}

export interface Fault {
  readonly fault: '429' | '500' | 'hang' | 'reset' | 'slow' | '500-after-effect' | 'reset-after-effect'
  readonly times?: number
  /** Milliseconds, for `slow`. */
  readonly ms?: number
  readonly path?: string
  readonly method?: string
  /** A text in the call's parameters. */
  readonly match?: string
}

/** Lets Stripe fail at the next calls. The SDK tries each call twice. */
export async function breakStripe(fault: Fault): Promise<void> {
  await control('POST', 'faults', fault)
}

/** Ends the faults that were not used up. */
export async function mendStripe(): Promise<void> {
  await control('DELETE', 'faults')
}

/** Pays a session on Stripe's page, as a shopper with this card does. */
export async function payOnStripesPage(sessionId: string, cardNumber = '4242424242424242'): Promise<void> {
  await postPaymentForm(sessionId, {
    paymentMethod: 'card',
    cardNumber,
    cardExpiry: '12 / 40',
    cardCvc: '123',
  })
}

/** Applies a discount code on Stripe's page. Whether it was taken. */
export async function applyCodeOnStripesPage(sessionId: string, promotionCode: string): Promise<boolean> {
  return (await postForm(sessionId, { change: 'apply-promotion', promotionCode })) === 200
}

/** Chooses a shipping option on Stripe's page, counted from 0. */
export async function chooseShippingOnStripesPage(sessionId: string, option: number): Promise<void> {
  const { shipping_options } = await stripe().checkout.sessions.retrieve(sessionId)
  const rate = shipping_options?.[option]?.shipping_rate
  if (typeof rate !== 'string') throw new Error('no such option')
  const status = await postForm(sessionId, { change: 'shipping-rate', 'shipping-rate': rate })
  if (status !== 200) throw new Error(`not chosen: ${status}`)
}

/** Pays a session in euros by a bank account, which takes its time; this one succeeds. */
export async function payByDebit(sessionId: string, iban = 'AT611904300234573201'): Promise<void> {
  await postPaymentForm(sessionId, { paymentMethod: 'sepa_debit', iban })
}

/** Lets Stripe post its events to `url`, and gives the secret that it signs them with. */
export async function listenAt(url: string): Promise<string> {
  const { secret } = (await control('POST', 'webhooks/endpoint', { url })) as { secret: string }
  return secret
}

/** Whether Stripe keeps its events back. */
export async function holdEvents(held: boolean): Promise<void> {
  await control('POST', 'webhooks/hold', { held })
}

/** Where Stripe is, for the calls that the shop itself does not make. */
export const stripeUrl = local.url

async function postPaymentForm(sessionId: string, fields: Record<string, string>): Promise<void> {
  const shopper = { email: 'shopper@example.com', billingName: 'Wang Fang', billingCountry: 'CN' }
  const goesTo = {
    shippingName: 'Wang Fang',
    shippingCountry: 'DE',
    shippingAddressLine1: 'Hauptstraße 1',
    shippingLocality: 'Berlin',
    shippingPostalCode: '10115',
  }
  const status = await postForm(sessionId, { ...shopper, ...goesTo, ...fields })
  if (status !== 303) throw new Error(`not paid: ${status}`)
}

async function postForm(sessionId: string, fields: Record<string, string>): Promise<number> {
  const { status } = await fetch(`${local.url}/c/pay/${sessionId}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
  return status
}

async function control(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${local.url}/_local/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`Local Stripe: ${await answer.text()}`)
  return answer.json()
}
