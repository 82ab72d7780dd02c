// What a list says that a product costs, which has one line for all of its variants.
import type { Currency } from '#domain/money/currency'
import { isSoldOut, type Product } from './product.ts'

/** Minor units. */
export interface AskingPrice {
  readonly amount: number
  /** What the same variant cost before; null where it is not on sale. */
  readonly was: number | null
  /** Whether some variants cost more. */
  readonly isLowest: boolean
}

/** The lowest price of what can be bought; of a product that is sold out, the lowest it had. Null where it has none. */
export function askingPrice(product: Product, currency: Currency): AskingPrice | null {
  const asked = isSoldOut(product)
    ? product.variants
    : product.variants.filter(({ available }) => available > 0)
  const offers = asked.flatMap(({ prices, was }) => {
    const amount = prices[currency]
    return amount === undefined ? [] : [{ amount, was: was[currency] ?? null }]
  })
  const [lowest] = offers.toSorted((a, b) => a.amount - b.amount)
  return lowest ? { ...lowest, isLowest: offers.some(({ amount }) => amount > lowest.amount) } : null
}

/** How many units of a product are left, of all its variants together. */
export function unitsLeft({ variants }: Product): number {
  return variants.reduce((sum, { available }) => sum + available, 0)
}
