import { settings } from '#env'

/** What the browser needs to load Stripe.js. */
export interface StripeJs {
  readonly publishableKey: string
  /** Where STRIPE_API_BASE serves Stripe.js instead of Stripe; null: Stripe's own address. */
  readonly scriptUrl: string | null
}

/** Stripe.js for the account this shop sells with. Everything in it is public. */
export function stripeJs(): StripeJs {
  const { stripePublishableKey, stripeApiBase } = settings()
  return { publishableKey: stripePublishableKey, scriptUrl: stripeApiBase && `${stripeApiBase}/stripe.js` }
}
