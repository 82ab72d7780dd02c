// What an order came to, exactly as Stripe charged it.

/** In minor units. `tax` is all of it: what is added to the prices and what they include. */
export interface Breakdown {
  readonly subtotal: number
  readonly discount: number
  readonly shipping: number
  readonly tax: number
  readonly total: number
  /** The way in which it is sent, in the order's language. */
  readonly shippingName: string | null
}

interface Charged {
  /** What the goods cost, in minor units. */
  readonly total: number
  readonly breakdown: Breakdown | null
}

/** What an order costs in minor units: what Stripe charged, or what the goods cost as long as Stripe has not told. */
export function chargedTotal({ total, breakdown }: Charged): number {
  return breakdown?.total ?? total
}

/** How much of the tax was added to the prices, in minor units; the rest they include. */
export function addedTax({ subtotal, discount, shipping, total }: Breakdown): number {
  return total - (subtotal - discount + shipping)
}
