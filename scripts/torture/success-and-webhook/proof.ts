// The success page asks Stripe while Stripe tells the shop: whoever comes first, an order is fulfilled once.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from '../../../e2e/server.ts'
import { freshDatabase, type Store } from '../databases.ts'
import { post, signatureOf } from '../deliver.ts'
import { goodsOf, insertOrders, type PlannedOrder, planOrder } from '../lives/planned-order.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { type Random, randomOf } from '../random.ts'
import { type Shop, shopEnvironment, startShop, webhookSecret } from '../shops.ts'
import type { Acted, Plan } from './act.ts'
import { checkOrders } from './check-orders.ts'
import { eventsOf } from './events-of.ts'
import { openStripeGate, type StripeGate } from './stripe-gate.ts'

export const successAndWebhook: Proof = {
  name: 'success-and-webhook',
  what:
    'Success page, webhook, its twin and a refund of one order at once: step by step in every order, on PostgreSQL also SQL ' +
    'statement by statement, and freely over HTTP',
  goal: 'one fulfilment, one stock move, one mail of each kind, no answer of 500 and above',
  databases: ['sqlite', 'postgresql'],
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const count = setting.full ? 1_000 : 30
  const parts = [await forced('steps', count, setting)]
  // There are fewer schedules of two actors than that; the other orders have four.
  const schedules = setting.full ? 3_000 : 30
  if (setting.database === 'postgresql') parts.push(await forced('statements', schedules, setting))
  parts.push(await free(count, setting))
  return verdict(
    parts.map(({ measured }) => measured).join('; '),
    parts.flatMap(({ problems }) => problems),
  )
}

async function forced(mode: Plan['mode'], count: number, setting: Setting): Promise<Verdict> {
  const store = await freshDatabase(setting, mode)
  const orders = await placeOrders(store, count, randomOf(setting.seed).fork(mode))
  const file = join(setting.folder, `${mode}.json`)
  const plan: Plan = { mode, seed: setting.seed, searches: setting.full, orders }
  writeFileSync(file, JSON.stringify(plan))
  const progress = progressOf(`orders, by ${mode}`, count)
  const env = shopEnvironment({ databaseUrl: store.url })
  const output = await runToEnd('scripts/torture/success-and-webhook/act.ts', [file], env)
  progress.end()
  const acted = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Acted
  const problems = [...acted.problems, ...(await checkOrders(store, orders))]
  await store.close()
  return verdict(acted.done, problems)
}

async function free(count: number, setting: Setting): Promise<Verdict> {
  const store = await freshDatabase(setting, 'free')
  const random = randomOf(setting.seed).fork('free')
  const orders = await placeOrders(store, count, random)
  const gate = await openStripeGate(orders)
  const shops = await startShops(setting, store, gate)
  const problems: string[] = []
  const progress = progressOf('orders, freely', count)
  const left = [...orders]
  const work = async () => {
    for (let order = left.pop(); order; order = left.pop()) {
      gate.pay(order)
      problems.push(...(await allAtOnce(order, shops, random)))
      progress.at(count - left.length)
    }
  }
  await Promise.all([work(), work(), work(), work()])
  progress.end()
  problems.push(...(await checkOrders(store, orders)))
  await Promise.all(shops.map((shop) => shop.stop()))
  gate.close()
  await store.close()
  return verdict(`${count} orders freely over HTTP, ${shops.length} processes`, problems)
}

async function allAtOnce(order: PlannedOrder, shops: readonly Shop[], random: Random): Promise<string[]> {
  const events = eventsOf(order)
  const tell = async (body: string) => {
    const { status } = await post(random.pick(shops).webhookUrl, body, {
      'Stripe-Signature': signatureOf(body, webhookSecret),
    })
    return `webhook: ${status}`
  }
  const look = async () => {
    const answer = await fetch(`${random.pick(shops).url}/en/success?session_id=${order.sessionId}`)
    await answer.text()
    return `success page: ${answer.status}`
  }
  const acts = [look, look, () => tell(events.webhook), () => tell(events.twin), () => tell(events.refund)]
  const said = await Promise.all(random.shuffle(acts).map((act) => act()))
  return said.filter((text) => !text.endsWith(' 200')).map((text) => `${order.id}, ${text}`)
}

async function startShops({ database }: Setting, store: Store, gate: StripeGate): Promise<Shop[]> {
  const both = { databaseUrl: store.url, stripeUrl: gate.url }
  const first = await startShop(both)
  if (database === 'sqlite') return [first]
  return [first, await startShop({ ...both, shopUrl: first.url })]
}

async function placeOrders(store: Store, count: number, random: Random): Promise<PlannedOrder[]> {
  const goods = await goodsOf(store)
  const orders = Array.from({ length: count }, (_, number) => planOrder(number, goods, random))
  await insertOrders(store, orders)
  return orders
}
