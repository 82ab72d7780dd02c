import { freePort } from '../../../e2e/server.ts'
import type { Store } from '../databases.ts'
import { type LocalStripe, type Shop, startShop } from '../shops.ts'

interface Wanted {
  readonly store: Store
  readonly stripe: LocalStripe
  readonly processes: number
}

/** Starts so many processes of one shop. Stripe tells the first what happens. */
export async function startShopsOf({ store, stripe, processes }: Wanted): Promise<Shop[]> {
  const port = await freePort()
  const shopUrl = `http://localhost:${port}`
  const endpoint = await stripe.control('webhooks/endpoint', { url: `${shopUrl}/api/webhooks/stripe` })
  const { secret } = endpoint as { secret: string }
  const common = { databaseUrl: store.url, stripeUrl: stripe.url, shopUrl, secret }
  const others = Array.from({ length: processes - 1 }, () => startShop(common))
  return Promise.all([startShop({ ...common, port }), ...others])
}
