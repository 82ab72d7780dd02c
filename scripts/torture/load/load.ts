// Half an hour of shoppers: what a process holds in memory does not grow.
import { readdirSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../../e2e/server.ts'
import { freshDatabase, type Store } from '../databases.ts'
import { type HeapGauge, heapGauge, megabytes } from '../heap/heap-gauge.ts'
import { type Proof, type Setting, type Verdict, verdict } from '../proof.ts'
import { type LocalStripe, type Shop, startLocalStripe, startShop } from '../shops.ts'
import { slopeOf } from './slope.ts'
import { shopAround } from './visits.ts'

const minute = 60_000
const goalPerTenMinutes = 1_000_000
const grossBytes = 20_000_000
const perSecond = 25
const walLimit = 64 * 2 ** 20

export const load: Proof = {
  name: 'load',
  what: `Visits of all kinds at ${perSecond}/s for half an hour: pages, carts, checkouts that are paid, read back and told by webhook`,
  goal:
    'the heap after collection grows at most 1 MB in 10 minutes; no error, and at most one visit in a thousand told that the shop is ' +
    'busy; as many open files and as small a journal as before',
  databases: ['sqlite', 'postgresql'],
  runsBeside: true,
  run,
}

async function run(setting: Setting): Promise<Verdict> {
  const gauge = heapGauge(setting.folder)
  const store = await freshDatabase(setting)
  await store.query('UPDATE "Stock" SET "quantity" = 1000000')
  const stripe = await startLocalStripe()
  const shop = await startTold({ store, stripe, gauge })
  try {
    return await watch({ setting, shop, stripe, gauge, store })
  } finally {
    await Promise.all([shop.stop(), stripe.stop()])
    await store.close()
  }
}

interface Start {
  readonly store: Store
  readonly stripe: LocalStripe
  readonly gauge: HeapGauge
}

async function startTold({ store, stripe, gauge }: Start): Promise<Shop> {
  const port = await freePort()
  const url = `http://localhost:${port}/api/webhooks/stripe`
  const { secret } = (await stripe.control('webhooks/endpoint', { url })) as { secret: string }
  return startShop({ databaseUrl: store.url, stripeUrl: stripe.url, port, secret, ...gauge.start })
}

interface Watch extends Start {
  readonly setting: Setting
  readonly shop: Shop
}

async function watch({ setting, shop, stripe, gauge, store }: Watch): Promise<Verdict> {
  const { full } = setting
  const [warmUp, length, pace] = full ? [5 * minute, 30 * minute, minute] : [8_000, 12_000, 3_000]
  const started = Date.now()
  const until = started + warmUp + length
  const visits = shopAround({ shopUrl: shop.url, stripe, perSecond, until, seed: setting.seed })
  await pause(warmUp)
  const filesBefore = openFiles(shop)
  const readings: Reading[] = []
  for (let due = started + warmUp; due <= until; due += pace) {
    await pause(Math.max(0, due - Date.now()))
    readings.push({ at: due, bytes: await gauge.read(shop) })
    if (full)
      console.log(
        `    ${megabytes(readings.at(-1)?.bytes ?? 0)} MB after ${((due - started) / minute).toFixed(0)} minutes`,
      )
  }
  const { done, busy, problems } = await visits
  if (busy > done / 1000) problems.push(`the shop was busy ${busy} times`)
  const growth = growthOf(readings, full)
  const files = openFiles(shop) - filesBefore
  if (growth > (full ? goalPerTenMinutes : grossBytes))
    problems.push(`the heap grows by ${megabytes(growth)} MB`)
  if (problems.length > 0) problems.unshift(shop.output().slice(-4_000))
  if (files > 40) problems.push(`${files} more files are open than before`)
  if (journalBytes(store) > walLimit) problems.push(`the journal has ${megabytes(journalBytes(store))} MB`)
  return verdict(
    `${done} visits in ${((warmUp + length) / minute).toFixed(1)} minutes, ${busy} times busy, ${problems.length} problems; heap ${megabytes(readings.at(-1)?.bytes ?? 0)} MB, ` +
      `${megabytes(growth)} MB more${full ? ' in 10 minutes' : ''}; journal ${megabytes(journalBytes(store))} MB`,
    problems,
  )
}

interface Reading {
  readonly at: number
  readonly bytes: number
}

// Bytes in 10 minutes. Seconds say nothing about minutes: the small run looks at the whole growth, for what is gross.
function growthOf(readings: readonly Reading[], full: boolean): number {
  if (full) return slopeOf(readings.map(({ at, bytes }) => [at, bytes])) * 10 * minute
  return (readings.at(-1)?.bytes ?? 0) - (readings[0]?.bytes ?? 0)
}

// Only Linux says so; elsewhere this is not looked at.
function openFiles({ pid }: Shop): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

function journalBytes({ file }: Store): number {
  return file === null ? 0 : (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0)
}
