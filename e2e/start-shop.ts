import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, type Running, type Server, startServer } from './server.ts'
import { openRecords, type ShopRecords } from './shop-records.ts'
import { startStripe, type StripeAccount } from './stripe-account.ts'

/** A shop in production mode with its database and its Stripe account. */
export interface Shop {
  readonly url: string
  readonly stripe: StripeAccount
  readonly records: ShopRecords
  /** Its database. */
  readonly file: string
  readonly output: () => string
  readonly pid: number | undefined
  readonly stop: () => Promise<void>
}

/** Starts a shop on a copy of the template, with `more` settings. `name` must be no other shop's. */
export async function startShop(name: string, more: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const file = join(process.env.KIOSK_STORIES ?? '', `${name}.db`)
  copyFileSync(join(process.env.KIOSK_STORIES ?? '', 'template.db'), file)
  const url = `http://localhost:${await freePort()}`
  const stripe = await startStripe()
  const server = await serve({
    url,
    env: {
      ...stripe.settings,
      STRIPE_WEBHOOK_SECRET: await stripe.registerWebhook(`${url}/api/webhooks/stripe`),
      DATABASE_URL: `file:${file}`,
      ...more,
    },
    readyPath: '/api/health',
  })
  const records = openRecords(file)
  return {
    url,
    stripe,
    records,
    file,
    output: server.output,
    pid: server.child.pid,
    async stop() {
      records.close()
      await Promise.all([server.stop(), stripe.stop()])
    },
  }
}

/** Starts a shop that has no database, and so cannot sell. */
export async function startEmptyShop(): Promise<Server & { readonly url: string }> {
  const url = `http://localhost:${await freePort()}`
  const file = join(process.env.KIOSK_STORIES ?? '', 'no-such-folder', 'kiosk.db')
  const server = await serve({ url, env: { DATABASE_URL: `file:${file}` }, readyPath: '/icon.svg' })
  return { ...server, url }
}

interface Serving {
  readonly url: string
  readonly env: Readonly<Record<string, string>>
  /** What answers 200 once the shop is up. */
  readonly readyPath: string
}

function serve({ url, env, readyPath }: Serving): Promise<Running> {
  const { port } = new URL(url)
  return startServer({
    args: ['node_modules/next/dist/bin/next', 'start', '-p', port],
    env: {
      RATE_LIMITS: 'off',
      ...env,
      SHOP_URL: url,
      PORT: port,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    readyUrl: `${url}${readyPath}`,
  })
}
