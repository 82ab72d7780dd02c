// Which Stripe the stories run against: Local Stripe, or Stripe itself when there is a test key for it. Never a live one.

const { STRIPE_SECRET_KEY = '', STRIPE_API_BASE = '' } = process.env

/** Whether the payment page is Stripe's own. */
export const againstStripe = /^(sk|rk)_test_/.test(STRIPE_SECRET_KEY) && STRIPE_API_BASE === ''
