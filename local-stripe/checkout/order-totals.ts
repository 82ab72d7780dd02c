// The arithmetic of an order: a discount is spread over the lines it applies to, taxes are taken from what is left, and
// everything adds up (https://docs.stripe.com/api/checkout/sessions/object#checkout_session_object-total_details).
import { divideRounded } from '../money/divide-rounded.ts'
import { smallestStep } from '../money/currencies.ts'
import type { TaxRate } from '../store/stripe-types.ts'
import { addedTax, sumOf, taxesOn, type Tax } from './line-taxes.ts'

/** A line before discounts and taxes: `amount` in minor units, `discounted` tells whether the discount applies to it. */
export type OrderLine = { amount: number; discounted: boolean; rates: TaxRate[] }
export type LineTotals = {
  amount_subtotal: number
  amount_discount: number
  amount_tax: number
  amount_total: number
  taxes: Tax[]
}
export type OrderTotals = {
  lines: LineTotals[]
  shipping: LineTotals | null
  amount_subtotal: number
  amount_discount: number
  amount_tax: number
  amount_total: number
}
export type Order = {
  currency: string
  lines: OrderLine[]
  shipping: { amount: number; rates: TaxRate[] } | null
  /** What is taken off all discounted lines together, in minor units: not more than they are worth. */
  discount: number
}

/** The totals of an order, of each line and of its shipping. Shipping is never discounted. */
export function orderTotals(order: Order): OrderTotals {
  const { currency, lines, shipping, discount } = order
  const step = smallestStep(currency)
  const shares = spreadDiscount({ lines, discount, step })
  const totals = lines.map((line, index) => lineTotals({ ...line, discount: shares[index] ?? 0, step }))
  const shipped = shipping && lineTotals({ ...shipping, discount: 0, step })
  const all = shipped === null ? totals : [...totals, shipped]
  return {
    lines: totals,
    shipping: shipped,
    amount_subtotal: total(totals, 'amount_subtotal'),
    amount_discount: total(totals, 'amount_discount'),
    amount_tax: total(all, 'amount_tax'),
    amount_total: total(all, 'amount_total'),
  }
}

/**
 * Each line's share of a discount, in proportion to its amount. Shares are the steps between rounded running sums, so
 * that they add up to the discount, the last line takes the rounding, and none is more than its line.
 */
function spreadDiscount(spread: { lines: OrderLine[]; discount: number; step: number }): number[] {
  const { lines, discount, step } = spread
  const by = lines.reduce((sum, line) => sum + (line.discounted ? line.amount : 0), 0)
  let running = 0
  let given = 0
  return lines.map((line) => {
    if (!line.discounted || by === 0) return 0
    running += line.amount
    const upToHere = running === by ? discount : divideRounded({ amount: discount, times: running, by, step })
    const share = upToHere - given
    given = upToHere
    return share
  })
}

function lineTotals(line: { amount: number; rates: TaxRate[]; discount: number; step: number }): LineTotals {
  const { amount, rates, discount, step } = line
  const taxes = taxesOn({ amount: amount - discount, rates, step })
  return {
    amount_subtotal: amount,
    amount_discount: discount,
    amount_tax: sumOf(taxes),
    amount_total: amount - discount + addedTax(taxes),
    taxes,
  }
}

function total(lines: LineTotals[], name: Exclude<keyof LineTotals, 'taxes'>): number {
  return lines.reduce((sum, line) => sum + line[name], 0)
}
