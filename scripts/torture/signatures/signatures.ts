// Nothing is believed that Stripe did not sign, now and with a secret of the shop's.
import { freshDatabase, type Store } from '../databases.ts'
import { post, signatureOf } from '../deliver.ts'
import { goodsOf, insertOrders, type PlannedOrder, planOrder } from '../lives/planned-order.ts'
import { eventOf, sessionOf } from '../lives/stripe-objects.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { type Random, randomOf } from '../random.ts'
import { type Shop, startShop } from '../shops.ts'
import { forgeries, secrets } from './forgeries.ts'

export const signatures: Proof = {
  name: 'signatures',
  what: 'Forged, stale, future, bit-flipped, re-serialised, unsigned deliveries; then true ones by an old and a new secret',
  goal: '0 forged accepted, nothing stored, 0 answers of 500 and above; every true one accepted by either secret',
  databases: ['sqlite'],
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const store = await freshDatabase(setting)
  const random = randomOf(setting.seed).fork('signatures')
  const goods = await goodsOf(store)
  const orders = Array.from({ length: 60 }, (_, number) => planOrder(number, goods, random))
  await insertOrders(store, orders)
  const shop = await startShop({ databaseUrl: store.url, secret: secrets.join(',') })
  try {
    const forged = await sendForgeries(shop, { count: setting.full ? 1_000 : 220, orders, random })
    const believed = await countRows(store)
    const refused = await sendTrueOnes(shop, orders)
    const problems = [...forged, ...refused]
    if (believed !== 0) problems.push(`${believed} forged events were stored`)
    if ((await countRows(store)) !== orders.length) problems.push('not every true event is stored')
    return verdict(
      `${setting.full ? 1_000 : 220} forged: ${forged.length} accepted or answered 500 and above; ${orders.length} true: ${refused.length} refused`,
      problems,
    )
  } finally {
    await shop.stop()
    await store.close()
  }
}

interface Forging {
  readonly count: number
  readonly orders: readonly PlannedOrder[]
  readonly random: Random
}

async function sendForgeries(shop: Shop, { count, orders, random }: Forging): Promise<string[]> {
  const kinds = Object.entries(forgeries)
  const problems: string[] = []
  const progress = progressOf('forgeries', count)
  for (let number = 0; number < count; number += 1) {
    const [kind, forge] = random.pick(kinds)
    const body = bodyOf(random.pick(orders), `evt_forged_${number}`)
    const { body: sent = body, signature } = forge(body, random)
    const { status } = await post(
      shop.webhookUrl,
      sent,
      signature === null ? {} : { 'Stripe-Signature': signature },
    )
    if (status < 400 || status >= 500) problems.push(`${kind}: answered ${status} (${signature})`)
    progress.at(number)
  }
  progress.end()
  return problems
}

// A header as it is while a secret is being rolled has a signature by each. https://docs.stripe.com/webhooks#roll-endpoint-secrets
async function sendTrueOnes(shop: Shop, orders: readonly PlannedOrder[]): Promise<string[]> {
  const problems: string[] = []
  for (const [number, order] of orders.entries()) {
    const body = bodyOf(order, `evt_true_${number}`)
    const [old, next] = [signatureOf(body, secrets[0]), signatureOf(body, secrets[1])]
    const headers = [
      old,
      next,
      `${old},${next.slice(next.indexOf('v1='))}`,
      `${old},v0=00,v1=${'0'.repeat(64)}`,
    ]
    const signature = headers[number % headers.length] ?? ''
    const { status } = await post(shop.webhookUrl, body, { 'Stripe-Signature': signature })
    if (status !== 200) problems.push(`a true one was answered ${status} (${signature})`)
  }
  return problems
}

function bodyOf(order: PlannedOrder, id: string): string {
  const created = Math.floor(Date.now() / 1000)
  return JSON.stringify(eventOf(id, 'checkout.session.completed', { object: sessionOf(order), created }))
}

async function countRows(store: Store): Promise<number> {
  const [row] = await store.query(`SELECT count(*) AS "count" FROM "InboxEvent"`)
  const [settled] = await store.query(`SELECT count(*) AS "count" FROM "Order" WHERE "payment" <> 'none'`)
  return Math.max(Number(row?.['count']), Number(settled?.['count']))
}
