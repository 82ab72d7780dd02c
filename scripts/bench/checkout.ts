// What the shop adds to Stripe's own time when it opens a checkout: prices read, order and stock committed, one call.
import type { Figure } from '../bench.ts'
import type { BenchShop } from './bench-shop.ts'
import { median } from './statistics.ts'
import type { Subjects } from './subjects.ts'

const rounds = 300
const goalMs = 6

/** Both calls in turn, one at a time, so that the machine's mood meets both. */
export async function measureCheckout({ shop: start }: Subjects): Promise<Figure[]> {
  const { url, stripeUrl } = await start()
  const times: { shop: number[]; stripe: number[] } = { shop: [], stripe: [] }
  for (let round = 0; round < rounds + 20; round += 1) {
    const shop = await timed(() => openCheckout(url))
    const stripe = await timed(() => createSession(stripeUrl))
    // The first rounds warm both up.
    if (round < 20) continue
    times.shop.push(shop)
    times.stripe.push(stripe)
  }
  const [shop, stripe] = [median(times.shop), median(times.stripe)]
  const viewCalls = await stripeCallsOfViews({ url, stripeUrl })
  return [
    {
      what: 'POST /api/checkout_sessions, median at concurrency 1',
      measured: `${shop.toFixed(1)} ms`,
      beside: `${stripe.toFixed(1)} ms, Local Stripe alone`,
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

async function createSession(stripeUrl: string): Promise<void> {
  const body = new URLSearchParams({
    mode: 'payment',
    client_reference_id: 'BENCH',
    success_url: 'https://shop.example/success?session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.example/cancel',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '1900',
    'line_items[0][price_data][product_data][name]': 'Porcelain gaiwan',
    'line_items[0][price_data][product_data][images][0]': 'https://shop.example/products/gaiwan.jpg',
  })
  const headers = { Authorization: 'Bearer sk_test_localstripe', 'Idempotency-Key': crypto.randomUUID() }
  const answer = await fetch(`${stripeUrl}/v1/checkout/sessions`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`Local Stripe answered ${answer.status}: ${await answer.text()}`)
  await answer.text()
}

async function stripeCallsOfViews({ url, stripeUrl }: Pick<BenchShop, 'url' | 'stripeUrl'>): Promise<number> {
  const count = async () =>
    ((await (await fetch(`${stripeUrl}/_local/requests`)).json()) as { requests: unknown[] }).requests.length
  const before = await count()
  for (let view = 0; view < 10; view += 1) {
    await (await fetch(`${url}/en/products/gaiwan`)).text()
    await (await fetch(`${url}/zh-CN`)).text()
  }
  return (await count()) - before
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
