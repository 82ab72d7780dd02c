// The account settles in US dollars. Other currencies are converted at fixed rates, those that the smallest amounts follow.
import { decimals } from '../money/currencies.ts'
import { dollarsFor } from '../money/dollars-for.ts'

export type Settled = { amount: number; rate: number | null }

/**
 * An amount in minor units as cents, and the rate between the two as Stripe states it, both in minor units
 * (https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-exchange_rate); null for dollars.
 * What goes out is rounded as what comes in, so that a payment given back leaves nothing behind.
 */
export function settleInDollars(money: { amount: number; currency: string }): Settled {
  const { amount, currency } = money
  if (currency === 'usd') return { amount, rate: null }
  const dollars = dollarsFor(currency)
  const rate = Number(((dollars * 100) / 10 ** decimals(currency)).toPrecision(6))
  const cents = Math.round(Math.abs(amount) * rate)
  return { amount: amount < 0 ? 0 - cents : cents, rate }
}
