// A shop of any size for measuring, with a probe in its process that tells what holds it up.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildShop } from '../prepare.ts'
import { run, runScript, step } from '../step.ts'
import { startLocalStripe, startShop } from '../torture/shops.ts'
import type { Size } from './fill-database.ts'

const probe = new URL('probe.mjs', import.meta.url).href

export interface Held {
  /** Milliseconds for which the event loop has worked at most without letting anything else in, since it was asked before. */
  readonly turnMs: number
  /** The same by the clock, with what else the machine does: at most, and p99. */
  readonly waitMs: number
  readonly waitP99Ms: number
  /** The longest collection of garbage in it, by the clock. */
  readonly collectionMs: number
  /** Every statement the database was asked, with how long it worked at most, the longest first. */
  readonly statements: readonly { readonly sql: string; readonly ms: number }[]
  /** Bytes, once garbage is collected. */
  readonly heapUsed: number
  readonly rss: number
}

export interface FilledShop {
  readonly url: string
  /** Its database. */
  readonly file: string
  readonly readProbe: () => Promise<Held>
  readonly stop: () => Promise<void>
}

/** Fills a database in `folder` and starts a shop on it. */
export async function startFilledShop(folder: string, size: Size): Promise<FilledShop> {
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
  const env = { KIOSK_PROBE_FILE: probeFile }
  const shop = await startShop({ databaseUrl: `file:${file}`, stripeUrl: stripe.url, preload: probe, env })
  return {
    url: shop.url,
    file,
    readProbe: () => readProbe(shop.pid, probeFile),
    stop: async () => void (await Promise.all([shop.stop(), stripe.stop()])),
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
