// The account settles in US dollars. Other currencies are converted at fixed rates, those that the smallest amounts follow.
import { decimals } from '../money/currencies.ts'
import { dollarsFor } from '../money/dollars-for.ts'

export type Settled = { amount: number; rate: number | null }

/**
 * An amount in minor units as cents, and the rate between the two as Stripe states it, both in minor units
 * (https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-exchange_rate); null for dollars.
 */
export function settleInDollars(money: { amount: number; currency: string }): Settled {
  const { amount, currency } = money
  if (currency === 'usd') return { amount, rate: null }
  const dollars = dollarsFor(currency)
  const rate = Number(((dollars * 100) / 10 ** decimals(currency)).toPrecision(6))
  return { amount: Math.round(amount * rate), rate }
}
