// Taxes of one amount (https://docs.stripe.com/tax/tax-rates): inclusive ones are part of the amount, exclusive ones are
// added to what is left without the inclusive ones. Each is rounded by itself, on the line.
import { divideRounded } from '../money/divide-rounded.ts'
import type { LineItem, TaxRate } from '../store/stripe-types.ts'

export type Tax = NonNullable<LineItem['taxes']>[number]

/** A percentage has four decimals at most: this many parts make the whole. */
const whole = 1_000_000

/** What each rate makes of an amount in minor units; `step` is the smallest amount of the currency. */
export function taxesOn(taxed: { amount: number; rates: TaxRate[]; step: number }): Tax[] {
  const { amount, rates, step } = taxed
  const parts = (rate: TaxRate) => Math.round(rate.percentage * (whole / 100))
  const inclusive = rates.filter((rate) => rate.inclusive)
  const gross = inclusive.reduce((sum, rate) => sum + parts(rate), whole)
  const included = (rate: TaxRate) => divideRounded({ amount, times: parts(rate), by: gross, step })
  const net = inclusive.reduce((left, rate) => left - included(rate), amount)
  return rates.map((rate) => ({
    amount: rate.inclusive
      ? included(rate)
      : divideRounded({ amount: net, times: parts(rate), by: whole, step }),
    rate,
    taxability_reason: null,
    taxable_amount: net,
  }))
}

/** How much of the taxes comes on top of the amount. */
export function addedTax(taxes: Tax[]): number {
  return sumOf(taxes.filter((tax) => !tax.rate.inclusive))
}

/** How much the taxes are together. */
export function sumOf(taxes: Tax[]): number {
  return taxes.reduce((sum, tax) => sum + tax.amount, 0)
}
