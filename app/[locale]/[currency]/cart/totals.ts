import {
  cheapestRate,
  leastShipping,
  shippingAmount,
  type ShippingRate,
} from '#domain/shipping/shipping-rate'
import type { PageMarket } from '../../../_lib/page-market'

/** A way to be sent, and what that costs this cart, in minor units. */
export interface Delivery extends ShippingRate {
  readonly cost: number
}

/** What a cart comes to, in minor units. */
export interface Totals {
  readonly subtotal: number
  /** None: delivery is neither offered nor charged. */
  readonly deliveries: readonly Delivery[]
  /** By the delivery that costs least, which is free or not. */
  readonly cheapest: Delivery | null
  readonly total: number
  /** Whether another delivery makes it more. */
  readonly isLeast: boolean
}

/** What goods worth `subtotal` come to with the delivery that costs least. */
export function totalsOf(subtotal: number, rates: readonly ShippingRate[]): Totals {
  const deliveries = rates.map((rate) => ({ ...rate, cost: shippingAmount(rate, subtotal) }))
  const rate = cheapestRate(rates, subtotal)
  const cheapest = deliveries.find(({ key }) => key === rate?.key) ?? null
  const cost = leastShipping(rates, subtotal)
  return {
    subtotal,
    deliveries,
    cheapest,
    total: subtotal + cost,
    isLeast: deliveries.some((other) => other.cost > cost),
  }
}

/** The total in words: where another delivery makes it more, it is the least that it can be. */
export function totalText({ total, isLeast }: Totals, { t, price }: PageMarket): string {
  return isLeast ? t('cart.from', { amount: price(total) }) : price(total)
}
