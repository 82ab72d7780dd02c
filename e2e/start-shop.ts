import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, startServer } from './server.ts'
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
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const stripe = await startStripe()
  const server = await startServer({
    args: ['node_modules/next/dist/bin/next', 'start', '-p', port],
    env: {
      ...stripe.settings,
      STRIPE_WEBHOOK_SECRET: await stripe.registerWebhook(`${url}/api/webhooks/stripe`),
      DATABASE_URL: `file:${file}`,
      SHOP_URL: url,
      PORT: port,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    readyUrl: `${url}/api/health`,
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
