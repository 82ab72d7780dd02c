// The ways in which orders are sent, and what they cost for how much is bought.
import type { Text } from '#domain/catalogue/text'

export interface ShippingRate {
  readonly key: string
  readonly name: Text
  /** Minor units. */
  readonly amount: number
  /** From this worth of goods on it costs nothing, in minor units; null: it always costs something. */
  readonly freeFrom: number | null
  /** Business days until it is there. */
  readonly days: { readonly from: number; readonly to: number }
}

/** What a rate costs for goods worth `subtotal`, both in minor units. */
export function shippingAmount({ amount, freeFrom }: ShippingRate, subtotal: number): number {
  return freeFrom !== null && subtotal >= freeFrom ? 0 : amount
}

/** The rate that costs least for goods worth `subtotal`, in minor units: of several the first. Null when there is none. */
export function cheapestRate(rates: readonly ShippingRate[], subtotal: number): ShippingRate | null {
  const [first, ...others] = rates
  if (!first) return null
  return others.reduce((best, rate) => (costsLess(rate, best, subtotal) ? rate : best), first)
}

/** What goods worth `subtotal` cost to send at least, both in minor units; nothing where nothing is offered. */
export function leastShipping(rates: readonly ShippingRate[], subtotal: number): number {
  const rate = cheapestRate(rates, subtotal)
  return rate ? shippingAmount(rate, subtotal) : 0
}

function costsLess(rate: ShippingRate, best: ShippingRate, subtotal: number): boolean {
  return shippingAmount(rate, subtotal) < shippingAmount(best, subtotal)
}
