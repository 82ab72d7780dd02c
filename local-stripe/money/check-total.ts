// How small and how large a payment may be (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts), and
// what amounts a currency knows.
// The account settles in US dollars; other currencies are converted at fixed rates.
import { invalidRequest } from '../api/stripe-error.ts'
import { decimals, smallestStep } from './currencies.ts'
import { dollarsFor } from './dollars-for.ts'
import { formatAmount } from './format-amount.ts'

const leastCents = 50
const largest = 99_999_999

/** Amounts in minor units that have more than eight digits where a unit is worth little. */
const largestOf: Record<string, number> = {
  cop: 999_999_999_999,
  huf: 999_999_999_999,
  idr: 999_999_999_999,
  inr: 999_999_999,
  jpy: 9_999_999_999,
  lbp: 9_999_999_999_999,
}

/** What the refused amount is, in Stripe's words. */
const session = {
  least: "The Checkout Session's total amount due must add up to at least $0.50 usd",
  subject: "The Checkout Session's total amount",
}
const intent = { least: 'Amount must be at least $0.50 usd', subject: 'Amount' }

type Money = { amount: number; currency: string }

/** Refuses a Checkout Session's total, in minor units, that is too small or too large. A total of 0 is free. */
export function checkTotal(total: Money): void {
  if (total.amount > largestIn(total.currency)) throw tooLarge(total.currency)
  if (total.amount !== 0) checkSmallest(total, session)
}

/** Refuses the amount of a PaymentIntent, in minor units, that is too small, too large or unknown to its currency. */
export function checkPaymentAmount(payment: Money): void {
  checkAmount(payment, 'amount')
  checkSmallest(payment, intent, 'amount')
}

/** Refuses one amount, in minor units, that is above Stripe's limit: eight digits in most currencies. */
export function checkLargest(money: Money, param: string): void {
  if (money.amount > largestIn(money.currency)) throw tooLarge(money.currency, param)
}

/** Refuses an amount, in minor units, that is above Stripe's limit or that its currency does not know. */
export function checkAmount(money: Money, param: string): void {
  checkLargest(money, param)
  checkStep(money, param)
}

/**
 * Refuses an amount, in minor units, that its currency does not know
 * (https://docs.stripe.com/currencies#three-decimal, https://docs.stripe.com/currencies#special-cases).
 */
export function checkStep(money: Money, param: string): void {
  const step = smallestStep(money.currency)
  if (money.amount % step === 0) return
  throw invalidRequest(`Invalid amount: ${money.currency} amounts must be divisible by ${step}.`, { param })
}

function checkSmallest(money: Money, words: typeof session, param?: string): void {
  const cents = (money.amount / 10 ** decimals(money.currency)) * dollarsFor(money.currency) * 100
  if (cents >= leastCents) return
  const more = { code: 'amount_too_small', ...(param !== undefined && { param }) }
  if (money.currency === 'usd') throw invalidRequest(words.least, more)
  const converted = formatAmount({ amount: Math.floor(cents), currency: 'usd' })
  throw invalidRequest(
    `${words.subject} must convert to at least ${leastCents} cents. ` +
      `${formatAmount(money)} converts to approximately ${converted}.`,
    more,
  )
}

function largestIn(currency: string): number {
  return largestOf[currency] ?? largest
}

function tooLarge(currency: string, param?: string): Error {
  const message = `Amount must be no more than ${formatAmount({ amount: largestIn(currency), currency })}`
  return invalidRequest(message, { code: 'amount_too_large', ...(param && { param }) })
}
