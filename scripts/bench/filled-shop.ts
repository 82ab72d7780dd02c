// A shop of any size for measuring, with a probe in its process that tells what holds it up.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { buildShop } from '../prepare.ts'
import { run, runScript, step } from '../step.ts'
import { startLocalStripe, startShop } from '../torture/shops.ts'
import type { Size } from './fill-database.ts'

const probe = new URL('probe.mjs', import.meta.url).href

export interface Held {
  /** Milliseconds for which the event loop has worked at most without letting anything else in, since it was asked before. */
  readonly turnMs: number
  /** The path last asked for before it ended. */
  readonly turnOf: string
  /** The same by the clock, with what else the machine does: at most, and p99. */
  readonly waitMs: number
  readonly waitP99Ms: number
  /** The longest collection of garbage in it, by the clock. */
  readonly collectionMs: number
  /** Every statement the database was asked, with how long it worked at most, the longest first. */
  readonly statements: readonly { readonly sql: string; readonly ms: number }[]
  /** Bytes; of garbage none, where it is collected. */
  readonly heapUsed: number
  readonly rss: number
}

export interface FilledShop {
  readonly url: string
  /** Its database. */
  readonly file: string
  readonly readProbe: () => Promise<Held>
  /** Waits until the sweep is over that a shop begins with: it asks after all open orders, ten a second. */
  readonly swept: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Fills a database in `folder` and starts a shop on it, whose probe collects garbage before it tells where that is wanted. */
export async function startFilledShop(
  folder: string,
  size: Size,
  { collects = false } = {},
): Promise<FilledShop> {
  const title = `Filling a shop with ${size.products} products and ${size.orders} orders`
  mkdirSync(folder, { recursive: true })
  const [file, probeFile] = [join(folder, 'filled.db'), join(folder, 'probe.json')]
  await buildShop()
  await step(title, async () => {
    const migrating = { DATABASE_URL: `file:${file}` }
    await runScript('node_modules/prisma/build/index.js', ['migrate', 'deploy'], migrating)
    const words = [file, String(size.products), String(size.orders)]
    await run(process.execPath, ['scripts/bench/fill-database.ts', ...words])
  })
  const stripe = await startLocalStripe()
  const env = { KIOSK_PROBE_FILE: probeFile, ...(collects && { KIOSK_PROBE_COLLECTS: 'yes' }) }
  const shop = await startShop({ databaseUrl: `file:${file}`, stripeUrl: stripe.url, preload: probe, env })
  return {
    url: shop.url,
    file,
    readProbe: () => readProbe(shop.pid, probeFile),
    swept: () => untilSwept(file),
    stop: async () => void (await Promise.all([shop.stop(), stripe.stop()])),
  }
}

// A lease that is given back ends in 1970.
async function untilSwept(file: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true })
  const given = database.prepare(`SELECT 1 FROM "Lease" WHERE "name" = 'sweep' AND "until" < '1971-01-01T'`)
  const deadline = Date.now() + 600_000
  try {
    while (!given.get()) {
      if (Date.now() > deadline) throw new Error('The first sweep does not end')
      await pause(200)
    }
  } finally {
    database.close()
  }
}

async function readProbe(pid: number, file: string): Promise<Held> {
  rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  const deadline = Date.now() + 30_000
  while (!existsSync(file)) {
    if (Date.now() > deadline) throw new Error('The probe in the shop does not answer')
    await pause(20)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Held
}
