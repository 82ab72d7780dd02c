// A crowd before a hundred units: whoever comes first, no unit is promised twice, and none is lost.
import { freshDatabase, type Store } from '../databases.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { randomOf } from '../random.ts'
import { type LocalStripe, startLocalStripe } from '../shops.ts'
import { abandon, askToBuy, type Checkout, payFor } from './crowd.ts'
import { startShopsOf } from './shops-of-buyers.ts'
import { openLedger, type StockLedger } from './stock-ledger.ts'

const units = 100
const rounds = 6

export const buyers: Proof = {
  name: 'buyers',
  what: `Buyers for ${units} units at once, over 2 processes on PostgreSQL and 1 on SQLite; three in ten go without paying, and the refused come back`,
  goal: `exactly ${units} sold, nothing held in the end, never more than ${units} held and sold at any commit, 0 answers of 500 and above`,
  databases: ['sqlite', 'postgresql'],
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const store = await freshDatabase(setting)
  const sku = 'gaiwan'
  const ledger = await openLedger(store, { sku, units })
  const stripe = await startLocalStripe()
  const shops = await startShopsOf({ store, stripe, processes: setting.database === 'sqlite' ? 1 : 2 })
  try {
    const crowd = { sku, urls: shops.map(({ url }) => url), size: setting.full ? 500 : 150 }
    const tally = await sellToAll(crowd, { stripe, ledger, seed: setting.seed })
    const problems = [...tally.problems, ...(await ledger.problems())]
    const { held, sold } = await ledger.now()
    if (sold !== units || held !== 0) problems.push(`in the end ${sold} sold and ${held} held`)
    const paid = await countPaid(store)
    if (paid !== units) problems.push(`${paid} orders are paid`)
    return verdict(
      `${crowd.size} buyers asked ${tally.asked} times of ${shops.length} process${shops.length > 1 ? 'es' : ''}: ${sold} sold, ` +
        `${tally.soldOut} times sold out, ${tally.abandoned} went without paying; at most ${await ledger.most()} of ${units} held and sold at any of ${await ledger.commits()} commits`,
      problems,
    )
  } finally {
    await Promise.all(shops.map((shop) => shop.stop()))
    await stripe.stop()
    await store.close()
  }
}

interface Crowd {
  readonly sku: string
  readonly urls: readonly string[]
  readonly size: number
}

interface Market {
  readonly stripe: LocalStripe
  readonly ledger: StockLedger
  readonly seed: number
}

async function sellToAll({ sku, urls, size }: Crowd, { stripe, ledger, seed }: Market) {
  const random = randomOf(seed).fork('buyers')
  const tally = { asked: 0, soldOut: 0, abandoned: 0, problems: new Array<string>() }
  let waiting = size
  for (let round = 1; round <= rounds && (await ledger.now()).sold < units; round += 1) {
    const checkouts = await askToBuy({ urls, sku, buyers: waiting })
    tally.asked += waiting
    tally.soldOut += checkouts.filter(({ status }) => status === 409).length
    tally.problems.push(...checkouts.flatMap(wrongAnswer))
    const sessions = checkouts.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]))
    const leaving = new Set(round < rounds ? sessions.filter(() => random.chance(0.3)) : [])
    tally.abandoned += leaving.size
    await payFor(
      sessions.filter((id) => !leaving.has(id)),
      stripe,
    )
    await abandon([...leaving], stripe)
    await ledger.settled()
    waiting = waiting - sessions.length + leaving.size
  }
  return tally
}

function wrongAnswer({ status, body }: Checkout): string[] {
  return status === 200 || status === 409 ? [] : [`a buyer was answered ${status}: ${body}`]
}

async function countPaid(store: Store): Promise<number> {
  const [row] = await store.query(
    `SELECT count(*) AS "count" FROM "Order" WHERE "payment" = 'paid' AND "stock" = 'sold'`,
  )
  return Number(row?.['count'])
}
