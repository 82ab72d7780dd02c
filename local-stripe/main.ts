#!/usr/bin/env node
// The command: settings from the environment, one line when ready, a clean end on SIGTERM and SIGINT.
import { enableCompileCache } from 'node:module'

// Before anything else is imported: what Node has compiled once it need not compile at the next start.
enableCompileCache()
const { isLiveKey } = await import('./api/authenticate.ts')
const { startLocalStripe } = await import('./start-local-stripe.ts')

const {
  LOCAL_STRIPE_PORT = '12111',
  LOCAL_STRIPE_DATA = 'data/local-stripe.db',
  STRIPE_SECRET_KEY = '',
} = process.env

if (isLiveKey(STRIPE_SECRET_KEY)) {
  stop(
    'STRIPE_SECRET_KEY is a live key. Local Stripe only ever runs beside test keys; unset it or use sk_test_….',
  )
}
if (!/^\d{1,5}$/.test(LOCAL_STRIPE_PORT))
  stop(`LOCAL_STRIPE_PORT must be a port number, not "${LOCAL_STRIPE_PORT}".`)

const localStripe = await startLocalStripe({
  port: Number(LOCAL_STRIPE_PORT),
  data: LOCAL_STRIPE_DATA,
}).catch((error: unknown) => stop(`Local Stripe could not start: ${String(error)}`))
console.log(`Local Stripe is ready on ${localStripe.url}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void localStripe.close().then(() => process.exit(0)))
}

function stop(reason: string): never {
  console.error(reason)
  process.exit(1)
}
