// A shop for measuring: built, in production mode, with its own Local Stripe, its own database, and no end of stock.
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { next } from '../prepare.ts'
import { startServer } from '../server.ts'
import { run, runScript } from '../step.ts'

export interface BenchShop {
  readonly url: string
  readonly stripeUrl: string
  readonly webhookSecret: string
  /** Its settings, for programs that work on its database. */
  readonly env: Record<string, string>
}

const webhookSecret = 'whsec_of_the_shop_for_measuring'

/** Starts the shop that was built in `build`, with its files in `folder`. */
export async function startBenchShop({
  build,
  folder,
}: {
  build: string
  folder: string
}): Promise<BenchShop> {
  mkdirSync(folder, { recursive: true })
  const [port, stripePort] = [await freePort(), await freePort()]
  const stripeUrl = `http://127.0.0.1:${stripePort}`
  const url = `http://localhost:${port}`
  const env = {
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SHOP_URL: url,
    STRIPE_API_BASE: stripeUrl,
    STRIPE_SECRET_KEY: 'sk_test_localstripe',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_localstripe',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    RATE_LIMITS: 'off',
  }
  await runScript('node_modules/prisma/build/index.js', ['migrate', 'deploy'], env)
  await run(process.execPath, ['prisma/seed.ts'], env)
  await run(process.execPath, ['--input-type=module', '--eval', plenty], env)
  await run(process.execPath, ['scripts/list-products.ts'], env)
  await startBoth({ build, folder, env, stripePort })
  return { url, stripeUrl, webhookSecret, env }
}

interface Start {
  readonly build: string
  readonly folder: string
  readonly env: Readonly<Record<'SHOP_URL' | 'STRIPE_API_BASE', string>>
  readonly stripePort: number
}

async function startBoth({ build, folder, env, stripePort }: Start): Promise<void> {
  const stripeEnv = { LOCAL_STRIPE_PORT: String(stripePort), LOCAL_STRIPE_DATA: join(folder, 'stripe.db') }
  await startServer({
    name: 'Local Stripe',
    script: 'local-stripe/main.ts',
    env: stripeEnv,
    readyUrl: `${env.STRIPE_API_BASE}/_local/health`,
    log: join(folder, 'stripe.log'),
  })
  await startServer({
    name: 'The shop',
    script: next,
    args: ['start', build, '-p', new URL(env.SHOP_URL).port],
    env,
    readyUrl: `${env.SHOP_URL}/api/health`,
    log: join(folder, 'shop.log'),
  })
}

const plenty = `
  import { closeDatabase, transaction } from '#prisma/client'
  await transaction((tx) => tx.stock.updateMany({ data: { quantity: 1_000_000 } }))
  await closeDatabase()`

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
