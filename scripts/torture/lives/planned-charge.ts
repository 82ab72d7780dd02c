// What is charged for an order beside its goods: what the shop offered, what the shopper chose of it, and how Stripe tells that.
import type { Random } from '../random.ts'

export interface PlannedCharge {
  /** As the shop wrote them; none: shipping is not charged. */
  readonly shippingOffers: readonly PlannedOffer[]
  /** Which of them is chosen; null: none. */
  readonly chosen: number | null
  /** Minor units. */
  readonly discount: number
  readonly tax: number
  /** Whether the tax is added to the prices, or included in them. */
  readonly addsTax: boolean
}

export interface PlannedOffer {
  readonly key: string
  readonly name: string
  /** Minor units. */
  readonly amount: number
  readonly days: { readonly from: number; readonly to: number }
}

const days = { from: 1, to: 3 }
const standard = { key: 'standard', name: 'Standard shipping', amount: 600, days }
const express = { key: 'express', name: '特快配送', amount: 1500, days }
const offers = [
  [],
  [standard],
  [standard, express],
  [{ ...standard, amount: 0 }, express],
  [express, express],
]

/** What is charged beside goods worth `total`: half of all orders are of the plainest kind. */
export function planCharge(total: number, random: Random): PlannedCharge {
  const shippingOffers = random.pick(offers)
  const chosen = shippingOffers.length === 0 ? null : random.integer(0, shippingOffers.length - 1)
  return {
    shippingOffers,
    chosen,
    discount: random.chance(0.3) ? random.integer(1, Math.floor(total / 2)) : 0,
    tax: random.chance(0.3) ? random.integer(1, 200) : 0,
    addsTax: random.chance(0.5),
  }
}

interface Charged {
  readonly id: string
  /** Minor units, of the goods. */
  readonly total: number
  readonly charge: PlannedCharge
}

/** What Stripe charges for an order in all, in minor units. */
export function chargedTotal({ total, charge }: Pick<Charged, 'total' | 'charge'>): number {
  const { chosen, shippingOffers, discount, tax, addsTax } = charge
  const shipping = chosen === null ? 0 : (shippingOffers[chosen]?.amount ?? 0)
  return total - discount + shipping + (addsTax ? tax : 0)
}

/** The part of the order's Checkout Session that tells what is charged. https://docs.stripe.com/api/checkout/sessions/object */
export function chargeFields(order: Charged): Readonly<Record<string, unknown>> {
  const { chosen, shippingOffers, discount, tax } = order.charge
  const shipping = chosen === null ? null : (shippingOffers[chosen]?.amount ?? 0)
  const rate = (index: number) => `shr_${order.id}_${index}`
  return {
    amount_subtotal: order.total,
    amount_total: chargedTotal(order),
    total_details: { amount_discount: discount, amount_shipping: shipping, amount_tax: tax },
    shipping_cost: chosen === null ? null : { amount_total: shipping, shipping_rate: rate(chosen) },
    shipping_options: shippingOffers.map(({ amount }, index) => ({
      shipping_amount: amount,
      shipping_rate: rate(index),
    })),
  }
}
