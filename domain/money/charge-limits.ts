import type { Currency } from './currency.ts'

// Stripe wants a charge to be worth about 0.50 USD once converted to the account's settlement currency, so
// cny and jpy have no fixed figure: theirs leave room for the rate to move. Stripe still has the last word.
// https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
const minimum: Record<Currency, number> = { usd: 50, eur: 50, cny: 400, jpy: 100 }
const maximum = 99_999_999

/** The smallest total, in minor units, that a checkout may have. */
export function minimumCharge(currency: Currency): number {
  return minimum[currency]
}

/** How much a total lacks until a checkout may have it, in minor units; null: nothing. */
export function missingToCharge(total: number, currency: Currency): number | null {
  return total < minimum[currency] ? minimum[currency] - total : null
}

/** The largest total, in minor units, that a checkout may have: eight digits in every currency. */
export function maximumCharge(): number {
  return maximum
}
