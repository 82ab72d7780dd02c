// Rows of products and variants, as our statements give them, and what they are in the shop.
import { isCurrency } from '#domain/money/currency'
import { parseChoices, parseOptions } from './options.ts'
import type { Product, Variant, VariantOfProduct } from './product.ts'
import { parseText } from './text.ts'

export interface ProductRow {
  readonly id: number
  readonly slug: string
  readonly name: unknown
  readonly description: unknown
  readonly options: unknown
}

export interface PictureRow {
  readonly productId: number
  readonly stem: string
  readonly alt: unknown
}

/** A variant joined with its stock. */
export interface VariantRow {
  readonly productId: number
  readonly sku: string
  readonly name: unknown
  readonly choices: unknown
  readonly picture: string
  /** Null where a variant has no stock. */
  readonly quantity: number | null
  readonly held: number | null
  readonly sold: number | null
}

/** What of its product stands beside a variant. */
export interface WithProduct {
  readonly slug: string
  readonly productName: unknown
}

export interface PriceRow extends OptionalPrice {
  readonly sku: string
}

/** One of a variant's prices. Null, all of it, in the only row of a variant without one. */
export interface OptionalPrice {
  readonly currency: string | null
  readonly amount: number
  readonly was: number | null
}

/** A product out of its rows. Throws ZodError when one of its JSON columns cannot be read. */
export function toProduct(
  row: ProductRow,
  pictures: readonly PictureRow[] = [],
  variants: readonly Variant[] = [],
): Product {
  return {
    id: row.id,
    slug: row.slug,
    name: parseText(row.name),
    description: parseText(row.description),
    options: parseOptions(row.options),
    pictures: pictures.map(({ stem, alt }) => ({ stem, alt: parseText(alt) })),
    variants,
  }
}

/** A variant out of its rows. Throws as toProduct does. */
export function toVariant(row: VariantRow, prices: readonly OptionalPrice[] = []): Variant {
  const { sku, name, choices, picture, quantity, held, sold } = row
  return {
    sku,
    name: name === null ? null : parseText(name),
    picture,
    choices: parseChoices(choices),
    ...byCurrency(prices),
    available: (quantity ?? 0) - (held ?? 0) - (sold ?? 0),
  }
}

/** A variant with what of its product stands beside it. Throws as toProduct does. */
export function toVariantOfProduct(
  row: VariantRow & WithProduct,
  prices: readonly OptionalPrice[],
): VariantOfProduct {
  return { ...toVariant(row, prices), slug: row.slug, productName: parseText(row.productName) }
}

function byCurrency(rows: readonly OptionalPrice[]): Pick<Variant, 'prices' | 'was'> {
  const prices = rows.filter(({ currency }) => isCurrency(currency))
  return {
    prices: Object.fromEntries(prices.map(({ currency, amount }) => [currency, amount])),
    was: Object.fromEntries(prices.flatMap(({ currency, was }) => (was === null ? [] : [[currency, was]]))),
  }
}
