// If every webhook were lost, the next sweep repairs it: those that Stripe could not deliver, and those it never made.
import { runToEnd } from '../../../e2e/server.ts'
import { compareRows } from '../compare.ts'
import { freshDatabase, type Store } from '../databases.ts'
import { type Good, goodsOf, insertOrders } from '../lives/planned-order.ts'
import type { StripeEvent } from '../lives/stripe-objects.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { randomOf } from '../random.ts'
import { type Expected, foldEvents } from '../reference.ts'
import { type LocalStripe, shopEnvironment, startLocalStripe } from '../shops.ts'
import { openCountingDoor } from './counting-door.ts'
import { letAnHourPass, listEvents } from './stripe-hour.ts'

export const droppedWebhooks: Proof = {
  name: 'dropped-webhooks',
  what:
    'An hour of Stripe’s clock in which no webhook arrives: dropped on the way, and, a second time, never made, so that no list ' +
    'of events tells them; then one sweep, npm run reconcile',
  goal: 'every row equals the reference; a second sweep finds nothing; at most 10 requests to Stripe in a second',
  databases: ['sqlite', 'postgresql'],
  run,
}

// `swallow`: Stripe takes the delivery for made and lists the event as delivered, so that only its object can tell.
const faults = { dropped: 'drop', 'never made': 'swallow' } as const
type Loss = keyof typeof faults

async function run(setting: Setting): Promise<Verdict> {
  const parts = [await loseAll('dropped', setting), await loseAll('never made', setting)]
  return verdict(
    parts.map(({ measured }) => measured).join('; '),
    parts.flatMap(({ problems }) => problems),
  )
}

async function loseAll(loss: Loss, setting: Setting): Promise<Verdict> {
  const store = await freshDatabase(setting, loss.replace(' ', '_'))
  const stripe = await startLocalStripe()
  try {
    const from = Math.floor(Date.now() / 1000) - 3600
    await stripe.control('clock', { now: from })
    await stripe.control('webhooks/endpoint', { url: 'http://127.0.0.1:9/api/webhooks/stripe' })
    await stripe.control('webhooks/faults', { fault: faults[loss], times: 1_000_000 })
    const orders = await letAnHourPass({
      stripe,
      from,
      count: setting.full ? 280 : 28,
      goods: (await goodsOf(store)).filter(isChargeable),
      random: randomOf(setting.seed).fork('hour'),
      place: (placed, now) => insertOrders(store, placed, { now }),
    })
    const events = (await listEvents(stripe)).filter(isHeard)
    const swept = await sweepTwice(store, stripe)
    const expected = foldEvents(orders, events)
    const differences = (await compareRows(store, expected)).filter((line) =>
      isKnowable(line, loss, expected),
    )
    const measured = `${orders.length} orders, ${events.length} events ${loss}, ${differences.length} differences after one sweep of ${swept.measured}`
    return verdict(measured, [...differences, ...swept.problems])
  } finally {
    await stripe.stop()
    await store.close()
  }
}

// One of it alone is enough for Stripe, which makes no session for less than half a dollar.
function isChargeable({ prices }: Good): boolean {
  return (prices['usd'] ?? 0) >= 50
}

// The events that mean something to a shop; it asks for no others.
function isHeard({ type }: StripeEvent): boolean {
  return /^(checkout\.session\.|refund\.|charge\.refund|charge\.dispute\.)/.test(type)
}

// Objects alone do not tell when something happened, nor that a refund which has failed had succeeded before.
function isKnowable(line: string, loss: Loss, { refunds }: Expected): boolean {
  if (loss === 'dropped') return true
  const refund = /^mail \S+ refund:(\w+)/.exec(line)?.[1]
  if (refund !== undefined && refunds.get(refund)?.status === 'failed') return false
  return !line.startsWith('event ') && !/^order \S+ paidAt: \d+,/.test(line)
}

async function sweepTwice(store: Store, stripe: LocalStripe): Promise<Verdict> {
  const door = await openCountingDoor(stripe.url)
  const environment = shopEnvironment({ databaseUrl: store.url, stripeUrl: door.url })
  const started = performance.now()
  await runToEnd('scripts/reconcile.ts', [], environment)
  const seconds = (performance.now() - started) / 1000
  const [calls, most] = [door.calls(), door.mostInOneSecond()]
  const again = await runToEnd('scripts/reconcile.ts', [], environment)
  door.close()
  const problems: string[] = []
  if (!again.includes(' 0 repairs')) problems.push(`A second sweep repaired something: ${again}`)
  if (most > 10) problems.push(`${most} requests to Stripe within a second`)
  return verdict(`${calls} requests in ${seconds.toFixed(1)} s, at most ${most} in a second`, problems)
}
