// The only place where a cart meets prices, and they come from the catalogue.
import { fullName, type VariantOfProduct } from '#domain/catalogue/product'
import { findVariants } from '#domain/catalogue/product-store'
import type { Text } from '#domain/catalogue/text'
import { maximumCharge, missingToCharge } from '#domain/money/charge-limits'
import type { Currency } from '#domain/money/currency'
import type { Cart, CartLine } from './cart.ts'
import type { CartProblem } from './cart-problem.ts'

export interface PricedLine {
  readonly sku: string
  readonly slug: string
  /** In full, as on a bill. */
  readonly name: Text
  readonly productName: Text
  /** Null where the product comes in one form only. */
  readonly variantName: Text | null
  readonly picture: string
  readonly quantity: number
  /** Minor units, for one and for all. */
  readonly unitAmount: number
  readonly amount: number
  /** What one cost before, where it is on sale. */
  readonly was: number | null
  /** Units that this shopper can have. */
  readonly available: number
  /** What keeps this line from being bought. */
  readonly problem: CartProblem | null
}

export interface PricedCart {
  readonly currency: Currency
  readonly lines: readonly PricedLine[]
  /** Minor units. */
  readonly total: number
  /** The first thing that keeps the cart from being bought; null when it can be. */
  readonly problem: CartProblem | null
}

/** Units by sku. */
export type Units = ReadonlyMap<string, number>

/**
 * The cart with today's prices and names. Lines that cannot be bought stay in it and say why. What is `held` for this shopper
 * by an earlier checkout is there for the next one.
 */
export async function priceCart(
  cart: Cart,
  currency: Currency,
  held: Units = new Map(),
): Promise<PricedCart> {
  const variants = new Map(
    (await findVariants(cart.map(({ sku }) => sku))).map((variant) => [variant.sku, variant]),
  )
  const lines = cart.map((line) => priceLine({ line, variant: variants.get(line.sku), currency, held }))
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const problem = lines.find((line) => line.problem)?.problem ?? totalProblem({ lines, total, currency })
  return { currency, lines, total, problem }
}

interface LineParts {
  readonly line: CartLine
  readonly variant: VariantOfProduct | undefined
  readonly currency: Currency
  readonly held: Units
}

function priceLine({ line, variant, currency, held }: LineParts): PricedLine {
  const { sku, quantity } = line
  if (!variant) return unknownLine(line)
  const price = variant.prices[currency]
  const { slug, picture } = variant
  const available = variant.available + (held.get(sku) ?? 0)
  const unitAmount = price ?? 0
  return {
    sku,
    slug,
    name: fullName(variant),
    productName: variant.productName,
    variantName: variant.name,
    picture,
    quantity,
    available,
    unitAmount,
    amount: unitAmount * quantity,
    was: variant.was[currency] ?? null,
    problem: lineProblem({ line, price, available, currency }),
  }
}

function unknownLine({ sku, quantity }: CartLine): PricedLine {
  const problem = { code: 'unknown-sku', sku } as const
  const name = { en: sku, 'zh-CN': sku }
  return {
    sku,
    slug: '',
    name,
    productName: name,
    variantName: null,
    picture: '',
    quantity,
    unitAmount: 0,
    amount: 0,
    was: null,
    available: 0,
    problem,
  }
}

interface LineFacts {
  readonly line: CartLine
  readonly price: number | undefined
  readonly available: number
  readonly currency: Currency
}

function lineProblem({ line: { sku, quantity }, price, available, currency }: LineFacts): CartProblem | null {
  if (price === undefined) return { code: 'not-sold-in-currency', sku, currency }
  return quantity > available ? { code: 'sold-out', sku, available } : null
}

function totalProblem({ lines, total, currency }: Omit<PricedCart, 'problem'>): CartProblem | null {
  const missing = missingToCharge(total, currency)
  if (lines.length === 0) return { code: 'empty-cart' }
  if (missing !== null) return { code: 'amount-too-small', missing: { amount: missing, currency } }
  return total > maximumCharge() ? { code: 'amount-too-large' } : null
}
