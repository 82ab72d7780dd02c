// What the shop adds to Stripe's own time when it opens a checkout: prices read, order and stock committed, one call.
import type { Figure } from '../bench.ts'
import type { BenchShop } from './bench-shop.ts'
import { median } from './statistics.ts'
import type { Subjects } from './subjects.ts'

const warmUp = 200
const rounds = 300
const goalMs = 6

/** Both calls in turn, one at a time, so that the machine's mood meets both. Local Stripe alone is sent what the shop sends it. */
export async function measureCheckout({ shop: start }: Subjects): Promise<Figure[]> {
  const { url, stripeUrl } = await start()
  await openCheckout(url)
  const request = await lastSessionRequest(stripeUrl)
  const times: { shop: number[]; stripe: number[] } = { shop: [], stripe: [] }
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const shop = await timed(() => openCheckout(url))
    const stripe = await timed(() => createSession(stripeUrl, request))
    if (round < warmUp) continue
    times.shop.push(shop)
    times.stripe.push(stripe)
  }
  const [shop, stripe] = [median(times.shop), median(times.stripe)]
  const viewCalls = await stripeCallsOfViews({ url, stripeUrl })
  return [
    {
      what: 'POST /api/checkout_sessions, median at concurrency 1',
      measured: `${shop.toFixed(1)} ms`,
      beside: `${stripe.toFixed(1)} ms, Local Stripe alone, for the shop's request`,
      goal: `at most ${goalMs} ms more`,
      met: shop - stripe <= goalMs,
    },
    {
      what: 'Stripe calls of 20 page views',
      measured: String(viewCalls),
      beside: '',
      goal: '0',
      met: viewCalls === 0,
    },
  ]
}

async function openCheckout(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/checkout_sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ items: [{ sku: 'gaiwan', quantity: 1 }], currency: 'usd' }),
  })
  if (!answer.ok) throw new Error(`checkout answered ${answer.status}: ${await answer.text()}`)
  await answer.text()
}

async function createSession(stripeUrl: string, { body, stripe_version }: LoggedRequest): Promise<void> {
  const headers = {
    Authorization: 'Bearer sk_test_localstripe',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Idempotency-Key': crypto.randomUUID(),
    ...(stripe_version && { 'Stripe-Version': stripe_version }),
  }
  const answer = await fetch(`${stripeUrl}/v1/checkout/sessions`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`Local Stripe answered ${answer.status}: ${await answer.text()}`)
  await answer.text()
}

async function stripeCallsOfViews({ url, stripeUrl }: Pick<BenchShop, 'url' | 'stripeUrl'>): Promise<number> {
  const last = (await loggedRequests(stripeUrl)).at(-1)?.id
  for (let view = 0; view < 10; view += 1) {
    await (await fetch(`${url}/en/products/gaiwan`)).text()
    await (await fetch(`${url}/zh-CN`)).text()
  }
  // The log has the last hundred: what is counted is those that came after.
  const logged = await loggedRequests(stripeUrl)
  return logged.length - 1 - logged.findIndex(({ id }) => id === last)
}

interface LoggedRequest {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly body: string
  readonly stripe_version: string | null
}

/** How the shop asked for its last session. */
async function lastSessionRequest(stripeUrl: string): Promise<LoggedRequest> {
  const all = await loggedRequests(stripeUrl)
  const last = all.findLast(({ method, path }) => method === 'POST' && path === '/v1/checkout/sessions')
  if (!last) throw new Error('Local Stripe was asked for no session')
  return last
}

async function loggedRequests(stripeUrl: string): Promise<LoggedRequest[]> {
  return ((await (await fetch(`${stripeUrl}/_local/requests`)).json()) as { requests: LoggedRequest[] })
    .requests
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
