import Stripe from 'stripe'
import { settings } from '#env'

// A shopper waits for these calls: two tries of five seconds, then a plain word and a way on.
const timeout = 5_000
const maxNetworkRetries = 1

let current: Stripe | undefined

/** The SDK's client, made on first use so that a build needs no key. Its address is STRIPE_API_BASE, or Stripe's own. */
export function stripe(): Stripe {
  current ??= new Stripe(settings().stripeSecretKey, {
    ...address(),
    timeout,
    maxNetworkRetries,
    telemetry: false,
  })
  return current
}

function address(): Stripe.StripeConfig {
  const base = settings().stripeApiBase
  if (!base) return {}
  const { hostname, port, protocol } = new URL(base)
  const secure = protocol === 'https:'
  return { host: hostname, port: port || (secure ? 443 : 80), protocol: secure ? 'https' : 'http' }
}
