import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, type Server, startServer } from './server.ts'
import { openRecords, type ShopRecords } from './shop-records.ts'
import { startStripe, type StripeAccount } from './stripe-account.ts'

/** A shop in production mode with its database and its Stripe account. */
export interface Shop {
  readonly url: string
  readonly stripe: StripeAccount
  readonly records: ShopRecords
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Starts a shop on a copy of the template. `name` must be no other shop's. */
export async function startShop(name: string): Promise<Shop> {
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
    },
    readyPath: '/api/health',
  })
  const records = openRecords(file)
  return {
    url,
    stripe,
    records,
    output: server.output,
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

function serve({ url, env, readyPath }: Serving): Promise<Server> {
  const { port } = new URL(url)
  return startServer({
    args: ['node_modules/next/dist/bin/next', 'start', '-p', port],
    env: { ...env, SHOP_URL: url, PORT: port, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    readyUrl: `${url}${readyPath}`,
  })
}
