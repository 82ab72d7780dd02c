// How fast the shop takes Stripe's events: each signed, with an id of its own, for an order that it pays, and answered after
// the commit. Beside it a Route Handler that does nothing, in the same build.
import { createHmac, randomUUID } from 'node:crypto'
import type { Figure } from '../bench.ts'
import { run } from '../step.ts'
import type { BenchShop } from './bench-shop.ts'
import type { Sent } from '../send.ts'
import { answeredPerSecond, latenciesAt } from './send-many.ts'
import { quantile } from './statistics.ts'
import type { Subjects } from './subjects.ts'

const concurrency = 50
const rounds = 5
const perRound = 2_000
const rate = 300
const seconds = 20
const goalRatio = 0.5
const goalMs = 250

/** Both in turn, so that the machine's mood meets both. */
export async function measureWebhooks({ shopBesideBare }: Subjects): Promise<Figure[]> {
  const shop = await shopBesideBare()
  const events = await payingEvents(shop, perRound * (rounds + 1) + rate * seconds)
  const [bare, webhooks] = [`${shop.url}/api/bare`, `${shop.url}/api/webhooks/stripe`]
  const speeds: { bare: number; shop: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const posts = events.splice(0, perRound)
    speeds.push({
      bare: await answeredPerSecond(to(bare, posts), concurrency),
      shop: await answeredPerSecond(to(webhooks, posts), concurrency),
    })
  }
  // The first round warms both up.
  const middle = speeds.slice(1).toSorted((a, b) => a.shop / a.bare - b.shop / b.bare)[rounds >> 1]
  const ratio = middle ? middle.shop / middle.bare : 0
  const p99 = quantile(await latenciesAt(to(webhooks, events), rate), 0.99)
  return [
    {
      what: `Signed webhooks, verified, stored and applied, at concurrency ${concurrency}`,
      measured: `${middle?.shop.toFixed(0)}/s`,
      beside: `${middle?.bare.toFixed(0)}/s, a bare Route Handler: ${ratio.toFixed(2)} times`,
      goal: `at least ${goalRatio} times`,
      met: ratio >= goalRatio,
    },
    {
      what: `The same at ${rate} events/s for ${seconds} s, p99`,
      measured: `${p99.toFixed(0)} ms`,
      beside: '',
      goal: `at most ${goalMs} ms`,
      met: p99 <= goalMs,
    },
  ]
}

type Post = Omit<Sent, 'url'>

function to(url: string, posts: readonly Post[]): Sent[] {
  return posts.map((post) => ({ url, ...post }))
}

async function payingEvents({ env, webhookSecret }: BenchShop, count: number): Promise<Post[]> {
  const lines = await run(process.execPath, ['scripts/bench/open-orders.ts', String(count)], env)
  return lines
    .trim()
    .split('\n')
    .map((line) => signed(JSON.stringify(paymentOf(JSON.parse(line) as OpenOrder)), webhookSecret))
}

interface OpenOrder {
  readonly orderId: string
  readonly sessionId: string
  /** Minor units. */
  readonly subtotal: number
  readonly shipping: number
}

function paymentOf({ orderId, sessionId, subtotal, shipping }: OpenOrder): object {
  const session = {
    id: sessionId,
    object: 'checkout.session',
    client_reference_id: orderId,
    status: 'complete',
    payment_status: 'paid',
    amount_subtotal: subtotal,
    amount_total: subtotal + shipping,
    total_details: { amount_discount: 0, amount_shipping: shipping, amount_tax: 0 },
    currency: 'usd',
    livemode: false,
    payment_intent: `pi_${randomUUID()}`,
    customer_details: { email: 'shopper@example.com', name: 'Wang Fang' },
  }
  return {
    id: `evt_${randomUUID()}`,
    object: 'event',
    type: 'checkout.session.completed',
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    data: { object: session },
  }
}

// https://docs.stripe.com/webhooks#verify-manually. Stamped a little ahead, for the last are sent minutes from now.
function signed(body: string, secret: string): Post {
  const time = Math.floor(Date.now() / 1000) + 120
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  const headers = {
    'Content-Type': 'application/json',
    'Stripe-Signature': `t=${time},v1=${signature}`,
  }
  return { method: 'POST', body, headers }
}
