// An order with its amounts: line items, the discount, the chosen shipping. It only reads; `order-items.ts` writes.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { discountAmount } from '../discounts/discount-amount.ts'
import { checkTotal } from '../money/check-total.ts'
import { smallestStep } from '../money/currencies.ts'
import type { Coupon, LineItem, Session, TaxRate } from '../store/stripe-types.ts'
import type { AppliedDiscount } from './applied-discount.ts'
import { lineAmount } from './line-amount.ts'
import type { Tax } from './line-taxes.ts'
import { orderTotals, type LineTotals, type OrderTotals } from './order-totals.ts'
import { unitPrice } from './unit-price.ts'

/** A line item with the tax rates that the shop gave it; its amounts are not looked at. */
export type OrderItem = { item: LineItem; rates: TaxRate[]; optional?: string }
export type Shipping = { rate: string; amount: number }
export type OrderToPrice = {
  currency: string
  items: OrderItem[]
  discount: AppliedDiscount | null
  shipping: Shipping | null
}
/** What Stripe shows of a line item or a session only when it is asked for. */
export type ItemParts = { taxes: Tax[]; discounts: NonNullable<LineItem['discounts']> }
export type SessionAmounts = Pick<
  Session,
  'amount_subtotal' | 'amount_total' | 'payment_status' | 'shipping_cost' | 'total_details'
>
export type PricedOrder = {
  items: (OrderItem & { parts: ItemParts })[]
  amounts: SessionAmounts
  breakdown: NonNullable<NonNullable<Session['total_details']>['breakdown']>
}

/**
 * Prices an order. Throws Stripe's 400s: a price without the currency, a coupon that applies to nothing, and a total
 * that is too small or too large.
 */
export function priceOrder(account: Account, order: OrderToPrice): PricedOrder {
  const { currency, items, discount, shipping } = order
  const coupon = discount?.coupon ?? null
  const lines = items.map(({ item, rates }, index) => ({
    amount: amountOf(account, { item, currency, param: `line_items[${index}][price]` }),
    discounted: appliesTo(coupon, item),
    rates,
  }))
  const totals = orderTotals({
    currency,
    lines,
    shipping: shipping && { amount: shipping.amount, rates: [] },
    discount: takenOff({ coupon, lines, currency }),
  })
  checkTotal({ amount: totals.amount_total, currency })
  return {
    items: items.map((each, index) => pricedItem(each, totals.lines[index], discount)),
    amounts: sessionAmounts(totals, shipping),
    breakdown: breakdown(totals, discount),
  }
}

function amountOf(account: Account, line: { item: LineItem; currency: string; param: string }): number {
  const { item, currency, param } = line
  if (item.price === null) return 0
  const price = unitPrice(account, { price: item.price, currency, param })
  return lineAmount(price, item.quantity ?? 0, smallestStep(currency))
}

function appliesTo(coupon: Coupon | null, item: LineItem): boolean {
  const products = coupon?.applies_to?.products
  return products === undefined || products.includes(String(item.price?.product))
}

function takenOff(taken: {
  coupon: Coupon | null
  lines: { amount: number; discounted: boolean }[]
  currency: string
}): number {
  const { coupon, lines, currency } = taken
  if (coupon === null) return 0
  const discounted = lines.filter((line) => line.discounted)
  if (discounted.length === 0) {
    throw invalidRequest(
      'This coupon cannot be redeemed because it does not apply to anything in this order.',
      { code: 'coupon_applies_to_nothing' },
    )
  }
  const amount = discounted.reduce((sum, line) => sum + line.amount, 0)
  const step = smallestStep(currency)
  return Math.floor(discountAmount(coupon, { amount, currency }) / step) * step
}

function pricedItem(
  each: OrderItem,
  totals: LineTotals | undefined,
  discount: AppliedDiscount | null,
): PricedOrder['items'][number] {
  if (totals === undefined) return { ...each, parts: { taxes: [], discounts: [] } }
  const { taxes, ...amounts } = totals
  const discounts =
    discount !== null && totals.amount_discount > 0
      ? [{ amount: totals.amount_discount, discount: discount.object }]
      : []
  return { ...each, item: { ...each.item, ...amounts }, parts: { taxes, discounts } }
}

function sessionAmounts(totals: OrderTotals, shipping: Shipping | null): SessionAmounts {
  const { amount_subtotal, amount_total, amount_discount, amount_tax } = totals
  return {
    amount_subtotal,
    amount_total,
    payment_status: amount_total === 0 ? 'no_payment_required' : 'unpaid',
    shipping_cost: shipping && {
      amount_subtotal: shipping.amount,
      amount_tax: totals.shipping?.amount_tax ?? 0,
      amount_total: totals.shipping?.amount_total ?? shipping.amount,
      shipping_rate: shipping.rate,
    },
    total_details: { amount_discount, amount_shipping: shipping?.amount ?? 0, amount_tax },
  }
}

/** Taxes are added up for each rate, in the order in which the lines name them. */
function breakdown(totals: OrderTotals, discount: AppliedDiscount | null): PricedOrder['breakdown'] {
  const byRate = new Map<string, Tax>()
  for (const tax of totals.lines.flatMap((line) => line.taxes)) {
    const sum = byRate.get(tax.rate.id)
    const taxable_amount = (sum?.taxable_amount ?? 0) + (tax.taxable_amount ?? 0)
    byRate.set(tax.rate.id, { ...tax, amount: (sum?.amount ?? 0) + tax.amount, taxable_amount })
  }
  const discounts = discount === null ? [] : [{ amount: totals.amount_discount, discount: discount.object }]
  return { discounts, taxes: [...byRate.values()] }
}
