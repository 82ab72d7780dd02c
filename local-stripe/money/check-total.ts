// How small and how large a payment may be (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
// The account settles in US dollars; other currencies are converted at fixed rates, because rates that move would
// make tests that pass today fail tomorrow.
import { invalidRequest } from '../api/stripe-error.ts'
import { decimals } from './currencies.ts'
import { formatAmount } from './format-amount.ts'

const leastCents = 50
const largest = 99_999_999

/** US dollars for one unit. A currency that is not here counts as one that is always enough. */
export const dollarsFor: Record<string, number> = {
  usd: 1,
  aed: 0.2723,
  aud: 0.66,
  bgn: 0.55,
  brl: 0.18,
  cad: 0.73,
  chf: 1.13,
  cny: 0.157,
  czk: 0.044,
  dkk: 0.145,
  eur: 1.08,
  gbp: 1.27,
  hkd: 0.128,
  huf: 0.0027,
  inr: 0.012,
  jpy: 0.0067,
  krw: 0.00073,
  mxn: 0.055,
  myr: 0.22,
  nok: 0.094,
  nzd: 0.6,
  pln: 0.25,
  ron: 0.217,
  sek: 0.095,
  sgd: 0.74,
  thb: 0.028,
  twd: 0.031,
}

/** Refuses a Checkout Session's total, in minor units, that is too small or too large. A total of 0 is free. */
export function checkTotal(total: { amount: number; currency: string }): void {
  if (total.amount > largest) throw tooLarge(total.currency)
  const cents = inCents(total)
  if (total.amount === 0 || cents === null || cents >= leastCents) return
  throw invalidRequest(tooSmall(total, cents), { code: 'amount_too_small' })
}

/** Refuses one amount, in minor units, that is above Stripe's limit of eight digits. */
export function checkLargest(money: { amount: number; currency: string }, param: string): void {
  if (money.amount > largest) throw tooLarge(money.currency, param)
}

function inCents(money: { amount: number; currency: string }): number | null {
  const rate = dollarsFor[money.currency]
  return rate === undefined ? null : (money.amount / 10 ** decimals(money.currency)) * rate * 100
}

function tooSmall(total: { amount: number; currency: string }, cents: number): string {
  if (total.currency === 'usd') {
    return "The Checkout Session's total amount due must add up to at least $0.50 usd"
  }
  const converted = formatAmount({ amount: Math.floor(cents), currency: 'usd' })
  const given = formatAmount(total)
  return `The Checkout Session's total amount must convert to at least ${leastCents} cents. ${given} converts to approximately ${converted}.`
}

function tooLarge(currency: string, param?: string): Error {
  const message = `Amount must be no more than ${formatAmount({ amount: largest, currency })}`
  return invalidRequest(message, { code: 'amount_too_large', ...(param && { param }) })
}
