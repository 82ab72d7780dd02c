import { findVariants } from '#domain/catalogue/product-store'
import type { Currency } from '#domain/money/currency'
import type { Cart } from './cart.ts'
import type { SeenPrices } from './seen-prices.ts'

interface Look {
  readonly cart: Cart
  readonly currency: Currency
  readonly before: SeenPrices | null
  /** The one thing that the shopper looks at; null: the whole cart, with what has changed in it. */
  readonly only: string | null
}

/**
 * What the shopper has seen of a cart's prices after this look. A thing that was not looked at keeps the price it was seen at,
 * so that its change is still to be told. Throws DatabaseUnavailable.
 */
export async function seePrices({ cart, currency, before, only }: Look): Promise<SeenPrices> {
  const known = before?.currency === currency ? before.amounts : new Map<string, number>()
  const variants = await findVariants(cart.map(({ sku }) => sku))
  const today = new Map(variants.map(({ sku, prices }) => [sku, prices[currency]]))
  const lines = cart.map(({ sku }): [string, number | undefined] => {
    const isLookedAt = only === null || only === sku || !known.has(sku)
    return [sku, isLookedAt ? today.get(sku) : known.get(sku)]
  })
  const amounts = lines.filter((line): line is [string, number] => line[1] !== undefined)
  return { currency, amounts: new Map(amounts) }
}
