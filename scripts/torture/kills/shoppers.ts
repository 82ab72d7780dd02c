// Shoppers who want to buy whatever happens: each clicks again until the shop answers, then pays, goes away, or thinks again; and
// an owner who gives money back.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { payWithCard } from '../../../local-stripe/testing/pay.ts'
import { post } from '../deliver.ts'
import type { Random } from '../random.ts'
import type { LocalStripe } from '../shops.ts'
import { type Ledger, noteAnswer } from './ledger.ts'

interface Market {
  readonly shopUrl: string
  readonly stripe: LocalStripe
  readonly ledger: Ledger
  readonly random: Random
}

interface Session {
  readonly id: string
  readonly url: string
}

const skus = [
  'gaiwan',
  'chopsticks',
  'green-tea-50g',
  'linen-notebook-sand',
  'linen-notebook-moss',
  'cedar-pencils',
]

/** Starts so many shoppers, each of whom buys one thing after another. Gives what sends them home. */
export function startShoppers(market: Market, count: number): () => Promise<void> {
  const signal = { going: true }
  const running = Array.from({ length: count }, (_, index) => {
    const random = market.random.fork(`shopper ${index}`)
    return shop({ ...market, random }, signal)
  })
  return async () => {
    signal.going = false
    await Promise.all(running)
  }
}

async function shop(market: Market, signal: { readonly going: boolean }): Promise<void> {
  const { random, ledger } = market
  while (signal.going) {
    await pause(random.integer(50, 250))
    const cookie = `shopper=${randomBytes(16).toString('base64url')}`
    try {
      const session = await choose(market, { cookie, signal })
      if (session && random.chance(0.12)) await choose(market, { cookie, signal })
      else if (session) await decide(market, session)
    } catch (error) {
      ledger.problems.push(`A shopper broke off: ${String(error)}`)
    }
  }
}

interface Browser {
  readonly cookie: string
  readonly signal: { readonly going: boolean }
}

// The same cart again and again until there is an answer to go by.
async function choose(market: Market, { cookie, signal }: Browser): Promise<Session | null> {
  const { random, ledger, shopUrl } = market
  const chosen = random.shuffle(skus).slice(0, random.integer(1, 2))
  const items = chosen.map((sku) => ({ sku, quantity: random.integer(1, 3) }))
  const body = JSON.stringify({ items, currency: 'usd', locale: random.pick(['en', 'zh-CN']) })
  while (signal.going) {
    const answer = await post(`${shopUrl}/api/checkout_sessions`, body, { Cookie: cookie })
    noteAnswer(ledger, 'checkout', answer)
    if (answer.status === 200) {
      const session = JSON.parse(answer.body) as Session
      ledger.shown.set(session.id, session.url)
      return session
    }
    if (answer.status === 409) return null
    if (answer.status !== 0 && answer.status !== 503)
      throw new Error(`checkout answered ${answer.status}: ${answer.body}`)
    await pause(100)
  }
  return null
}

async function decide(market: Market, { id, url }: Session): Promise<void> {
  const { random, stripe, shopUrl } = market
  const mood = random.next()
  if (mood < 0.15) return
  if (mood < 0.27) return void (await stripe.call(`/v1/checkout/sessions/${id}/expire`, {}))
  await payWithCard({ url })
  if (random.chance(0.3)) await fetch(`${shopUrl}/en/success?session_id=${id}`).catch(() => null)
  if (random.chance(0.35)) await refund(market, id)
}

async function refund({ random, stripe }: Market, id: string): Promise<void> {
  const session = (await stripe.call(`/v1/checkout/sessions/${id}`)) as {
    payment_intent: string
    amount_total: number
  }
  const first = random.chance(0.5) ? session.amount_total : random.integer(1, session.amount_total - 1)
  const rest = random.chance(0.5) ? session.amount_total - first : 0
  for (const amount of [first, rest].filter((one) => one > 0))
    await stripe.call('/v1/refunds', { payment_intent: session.payment_intent, amount: String(amount) })
}
