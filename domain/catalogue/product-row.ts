// Rows of products and variants, as Prisma and as statements of ours give them, and what they are in the shop.
import { isCurrency } from '#domain/money/currency'
import { parseChoices, parseOptions } from './options.ts'
import type { Product, Variant, VariantOfProduct } from './product.ts'
import { parseText } from './text.ts'

interface PriceRow {
  /** Null in the only row of a variant without a price. */
  currency: string | null
  amount: number
  was: number | null
}

/** Null where a variant has no stock. */
interface StockRow {
  quantity: number | null
  held: number | null
  sold: number | null
}

interface VariantRow {
  sku: string
  name: unknown
  choices: unknown
  picture: string
  prices: readonly PriceRow[]
  stock: StockRow | null
}

function toVariant({ sku, name, choices, picture, prices, stock }: VariantRow): Variant {
  return {
    sku,
    name: name === null ? null : parseText(name),
    picture,
    choices: parseChoices(choices),
    ...pricesOf(prices),
    available: availableOf(stock),
  }
}

function availableOf(stock: StockRow | null): number {
  return (stock?.quantity ?? 0) - (stock?.held ?? 0) - (stock?.sold ?? 0)
}

function pricesOf(rows: readonly PriceRow[]): Pick<Variant, 'prices' | 'was'> {
  const prices = rows.filter(({ currency }) => isCurrency(currency))
  return {
    prices: Object.fromEntries(prices.map(({ currency, amount }) => [currency, amount])),
    was: Object.fromEntries(prices.flatMap(({ currency, was }) => (was === null ? [] : [[currency, was]]))),
  }
}

/** A variant with what of its product stands beside it. Throws as toProduct does. */
export function toVariantOfProduct(
  row: VariantRow & { product: { slug: string; name: unknown } },
): VariantOfProduct {
  return { ...toVariant(row), slug: row.product.slug, productName: parseText(row.product.name) }
}

/** A variant joined with its product, its stock and one of its prices. */
export type PricedRow = Omit<VariantRow, 'prices' | 'stock'> &
  PriceRow &
  StockRow & { slug: string; productName: unknown }

/** The variant that all of `rows` tell of, each with one of its prices; none of no rows. Throws as toProduct does. */
export function ofPricedRows(rows: readonly PricedRow[]): VariantOfProduct[] {
  return rows
    .slice(0, 1)
    .map(({ slug, productName: name, ...row }) =>
      toVariantOfProduct({ ...row, prices: rows, stock: row, product: { slug, name } }),
    )
}

interface ProductRow {
  id: number
  slug: string
  name: unknown
  description: unknown
  options: unknown
  pictures: { stem: string; alt: unknown }[]
  variants: VariantRow[]
}

/** A product out of its row. Throws ZodError when one of its JSON columns cannot be read. */
export function toProduct(row: ProductRow): Product {
  return {
    id: row.id,
    slug: row.slug,
    name: parseText(row.name),
    description: parseText(row.description),
    options: parseOptions(row.options),
    pictures: row.pictures.map(({ stem, alt }) => ({ stem, alt: parseText(alt) })),
    variants: row.variants.map(toVariant),
  }
}
