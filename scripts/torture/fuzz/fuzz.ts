// Whatever is sent to a Route Handler: it answers, says no in plain words, and keeps nothing of it in memory.
import { freshDatabase } from '../databases.ts'
import { heapGauge, megabytes } from '../heap/heap-gauge.ts'
import { progressOf } from '../progress.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { type Random, randomOf } from '../random.ts'
import { type Shop, startLocalStripe, startShop } from '../shops.ts'
import { doors } from './doors.ts'
import { send } from './send.ts'

const workers = 16
const slowMs = 10_000
// What the shop may come to hold once it has seen everything, such as compiled code and full caches, is held after the first part.
const warmUp = 0.25
const flatBytes = 6 * 2 ** 20

export const fuzz: Proof = {
  name: 'fuzz',
  what: `Broken, huge, forged, nested and foreign bodies and headers, for each of ${doors.length} Route Handlers and pages`,
  goal: '0 answers of 500 and above, none missing, memory flat',
  databases: ['sqlite', 'postgresql'],
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const count = setting.full ? 10_000 : 250
  const gauge = heapGauge(setting.folder)
  const store = await freshDatabase(setting)
  const stripe = await startLocalStripe()
  const shop = await startShop({ databaseUrl: store.url, stripeUrl: stripe.url, ...gauge.start })
  try {
    const problems: string[] = []
    const random = randomOf(setting.seed).fork('fuzz')
    await sendToAll(shop, { count: Math.ceil(count * warmUp), random, problems })
    const before = await gauge.read(shop)
    await sendToAll(shop, { count: count - Math.ceil(count * warmUp), random, problems })
    const grown = (await gauge.read(shop)) - before
    if (grown > flatBytes) problems.push(`the heap grew by ${megabytes(grown)} MB`)
    const found = problems.length
    if (found > 0) problems.unshift(shop.output().slice(-4_000))
    return verdict(
      `${count} requests for each of ${doors.length}: ${found} problems; the heap grew by ${megabytes(grown)} MB over the last three quarters`,
      problems,
    )
  } finally {
    await Promise.all([shop.stop(), stripe.stop()])
    await store.close()
  }
}

interface Sending {
  readonly count: number
  readonly random: Random
  readonly problems: string[]
}

async function sendToAll(shop: Shop, { count, random, problems }: Sending): Promise<void> {
  const progress = progressOf('requests', count * doors.length)
  let number = 0
  const work = async () => {
    while (number < count * doors.length) {
      const door = doors[number % doors.length]
      progress.at((number += 1))
      const sent = door?.(random)
      if (!sent) continue
      const { status, ms } = await send(shop.url, sent)
      if (status >= 500) problems.push(`${status} after ${JSON.stringify(sent).slice(0, 600)}`)
      if (status === 0 || ms > slowMs)
        problems.push(`no answer after ${ms.toFixed(0)} ms: ${JSON.stringify(sent).slice(0, 600)}`)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  progress.end()
}
