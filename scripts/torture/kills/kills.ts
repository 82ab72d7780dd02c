// The built shop is killed (SIGKILL) at named points of its work, before and after each step, while shoppers buy and Stripe
// delivers; each time it comes back at the same place over the same database.
import { freePort } from '../../../e2e/server.ts'
import { freshDatabase } from '../databases.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { randomOf } from '../random.ts'
import { startLocalStripe } from '../shops.ts'
import { type Killed, keepKilling, type Place } from './keep-killing.ts'
import { type LastLook, lookAtLast } from './last-look.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { planKills, sides } from './plan.ts'
import { Redelivery } from './redelivery.ts'
import { startShoppers } from './shoppers.ts'

export const kills: Proof = {
  name: 'kills',
  what: 'kill -9 of the built server at seeded points, before and after each step, under load',
  goal: '0 acknowledged events lost, 0 doubled, no session shown that the shop does not know, integrity ok',
  databases: ['sqlite', 'postgresql'],
  run,
}

// Half of all starts; a single one may meet a machine that is busy with other things.
const longestMedianMs = 5_000

async function run(setting: Setting): Promise<Verdict> {
  const random = randomOf(setting.seed)
  const planned = planKills(setting.full ? 200 : 10, random.fork('plan'))
  const ledger = openLedger()
  const database = await freshDatabase(setting, 'kills')
  await database.query('UPDATE "Stock" SET "quantity" = 100000 WHERE "sku" <> $1', ['linen-notebook-moss'])
  await database.close()
  const stripe = await startLocalStripe()
  const place: Place = {
    databaseUrl: database.url,
    stripeUrl: stripe.url,
    port: await freePort(),
    folder: setting.folder,
  }
  const shopUrl = `http://localhost:${place.port}`
  const webhookUrl = `${shopUrl}/api/webhooks/stripe`
  const redelivery = new Redelivery({ stripe, webhookUrl, ledger, random: random.fork('redelivery') })
  const sendHome = startShoppers({ shopUrl, stripe, ledger, random: random.fork('shoppers') }, 8)
  const progress = progressOf('kills', planned.length)
  const killed = await keepKilling(place, { kills: planned, ledger, progress })
  await sendHome()
  const last = await lookAtLast({ place, stripe, redelivery, ledger })
  await stripe.stop()
  return judge(setting, { killed, last, ledger })
}

interface Seen {
  readonly killed: Killed
  readonly last: LastLook
  readonly ledger: Ledger
}

function judge({ full }: Setting, { killed, last, ledger }: Seen): Verdict {
  const { starts, elsewhere } = killed
  const sorted = starts.toSorted((a, b) => a - b)
  const [median, worst] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0]
  const missed = sides.filter((side) => !killed.sides.has(side))
  const problems = [...ledger.problems, ...last.problems]
  if (full) problems.push(...missed.map((side) => `The shop was never killed ${side}`))
  if (median > longestMedianMs) problems.push(`Half of the starts took more than ${Math.round(median)} ms`)
  const atPoints = [...killed.sides.values()].reduce((sum, count) => sum + count, 0)
  const measured = [
    `${atPoints + elsewhere.length} kills, ${atPoints} of them at ${killed.sides.size} of ${sides.length} sides of points`,
    `ready again in ${Math.round(median)} ms (worst ${Math.round(worst)} ms)`,
    `${ledger.acknowledged.size} events acknowledged, ${ledger.shown.size} sessions shown`,
    `${last.orders} orders, ${last.paid} paid, ${last.mails} messages`,
  ]
  return verdict(measured.join('; '), problems)
}
