// Whatever order events come in, and however often: the rows are those of the reference fold.
import { compareRows } from '../compare.ts'
import { freshDatabase, type Store } from '../databases.ts'
import { deliver } from '../deliver.ts'
import { goodsOf, insertOrders } from '../lives/planned-order.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { foldEvents } from '../reference.ts'
import { type Shop, startShop, webhookSecret } from '../shops.ts'
import { type DeliveryPlan, planDeliveries } from './plan-deliveries.ts'

const workers = 8

export const deliveries: Proof = {
  name: 'deliveries',
  what: `Signed events of whole order lives, each up to 5 times, shuffled and delayed, from ${workers} workers over HTTP`,
  goal: 'every row equals a reference fold of the set of events, written separately',
  databases: ['sqlite', 'postgresql'],
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const { seed, full } = setting
  const store = await freshDatabase(setting)
  const size = full ? { orders: 5_000, deliveries: 100_000 } : { orders: 150, deliveries: 2_000 }
  const plan = planDeliveries({ seed, ...size, goods: await goodsOf(store) })
  await insertOrders(store, plan.orders, { scarce: plan.scarce })
  const shops = await startShops(setting, store)
  try {
    return await deliverAndCompare(plan, store, shops)
  } finally {
    await Promise.all(shops.map((shop) => shop.stop()))
    await store.close()
  }
}

// SQLite has one process, PostgreSQL two that take turns.
async function startShops({ database }: Setting, { url: databaseUrl }: Store): Promise<Shop[]> {
  const first = await startShop({ databaseUrl })
  if (database === 'sqlite') return [first]
  return [first, await startShop({ databaseUrl, shopUrl: first.url })]
}

async function deliverAndCompare(plan: DeliveryPlan, store: Store, shops: readonly Shop[]): Promise<Verdict> {
  const { orders, events, broken, bodies, scarce } = plan
  const progress = progressOf('deliveries', bodies.length)
  let turn = 0
  const urlOf = () => shops[turn++ % shops.length]?.webhookUrl ?? ''
  const delivered = await deliver({ bodies, urlOf, secret: webhookSecret, workers, progress })
  const seconds = progress.end()
  const kept = new Set(broken.map(({ id }) => id))
  const problems = await compareRows(store, foldEvents(orders, events, scarce), kept)
  if (delivered.givenUp > 0) problems.push(`${delivered.givenUp} deliveries were never taken`)
  const refused = [...delivered.refused].map(([status, times]) => `${times} × ${status}`).join(', ')
  const measured = [
    `${bodies.length} deliveries of ${events.length + broken.length} events over ${orders.length} orders`,
    `${shops.length} ${shops.length === 1 ? 'process' : 'processes'}`,
    `${problems.length} differences`,
    `${(delivered.answers / seconds).toFixed(0)}/s`,
    refused ? `refused and repeated: ${refused}` : '',
  ]
  const said = shops.map(({ output }) => `the shop said: ${output().slice(-1000)}`)
  return verdict(measured.filter(Boolean).join(', '), problems.length > 0 ? [...said, ...problems] : [])
}
