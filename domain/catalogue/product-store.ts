// Products in the database.
import { setImmediate as breathe } from 'node:timers/promises'
import { isCurrency } from '#domain/money/currency'
import { listed, reader } from '#prisma/client'
import { parseChoices, parseOptions } from './options.ts'
import type { Product, Variant, VariantOfProduct } from './product.ts'
import { parseText } from './text.ts'

const variantFields = {
  sku: true,
  name: true,
  choices: true,
  picture: true,
  prices: { select: { currency: true, amount: true, was: true }, orderBy: { currency: 'asc' } },
  stock: { select: { quantity: true, held: true, sold: true } },
} as const
const productFields = {
  id: true,
  slug: true,
  name: true,
  description: true,
  options: true,
  pictures: { select: { stem: true, alt: true }, orderBy: { position: 'asc' } },
  variants: { select: variantFields, orderBy: { position: 'asc' } },
} as const

/** Those of `ids` that exist, in that order. */
export async function findProducts(ids: readonly number[]): Promise<Product[]> {
  const rows = await reader().product.findMany({ where: { id: { in: [...ids] } }, select: productFields })
  // A page of many is a piece of work, and so is what is made of it: others are served between the two.
  await breathe()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toProduct(row)] : []
  })
}

/** The product at `slug`, or null. */
export async function getProduct(slug: string): Promise<Product | null> {
  // It comes from an address, and not every database can so much as look for every text.
  if (!/^[\w-]+$/.test(slug)) return null
  const row = await reader().product.findUnique({ where: { slug }, select: productFields })
  return row && toProduct(row)
}

/** Those of `skus` that exist, in no order. */
export async function findVariants(skus: readonly string[]): Promise<VariantOfProduct[]> {
  const rows = await reader().$queryRaw<PricedRow[]>`
    SELECT "Variant"."sku", "Variant"."name", "choices", "picture", "slug", "Product"."name" AS "productName",
      "quantity", "held", "sold", "currency", "amount", "was"
    FROM "Variant" JOIN "Product" ON "Product"."id" = "productId"
      LEFT JOIN "Stock" ON "Stock"."sku" = "Variant"."sku" LEFT JOIN "Price" ON "Price"."sku" = "Variant"."sku"
    WHERE "Variant"."sku" IN (${listed(skus)})`
  return [...Map.groupBy(rows, ({ sku }) => sku).values()].flatMap(withPrices)
}

/** Up to `limit` variants in the order of their skus, from the one after `after` on. */
export async function listVariants({
  after,
  limit,
}: {
  after: string
  limit: number
}): Promise<VariantOfProduct[]> {
  const rows = await reader().variant.findMany({
    where: { sku: { gt: after } },
    orderBy: { sku: 'asc' },
    take: limit,
    select: withProduct,
  })
  return rows.map(toVariantOfProduct)
}

const withProduct = { ...variantFields, product: { select: { slug: true, name: true } } } as const

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
    available: unitsLeft(stock),
  }
}

function unitsLeft(stock: StockRow | null): number {
  return (stock?.quantity ?? 0) - (stock?.held ?? 0) - (stock?.sold ?? 0)
}

function pricesOf(rows: readonly PriceRow[]): Pick<Variant, 'prices' | 'was'> {
  const prices = rows.filter(({ currency }) => isCurrency(currency))
  return {
    prices: Object.fromEntries(prices.map(({ currency, amount }) => [currency, amount])),
    was: Object.fromEntries(prices.flatMap(({ currency, was }) => (was === null ? [] : [[currency, was]]))),
  }
}

function toVariantOfProduct(
  row: VariantRow & { product: { slug: string; name: unknown } },
): VariantOfProduct {
  return { ...toVariant(row), slug: row.product.slug, productName: parseText(row.product.name) }
}

type PricedRow = Omit<VariantRow, 'prices' | 'stock'> &
  PriceRow &
  StockRow & { slug: string; productName: unknown }

/** The variant that all of `rows` tell of, each with one of its prices. */
function withPrices(rows: readonly PricedRow[]): VariantOfProduct[] {
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

function toProduct(row: ProductRow): Product {
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
