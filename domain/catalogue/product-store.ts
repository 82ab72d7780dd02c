// Products in the database.
import { isCurrency } from '#domain/money/currency'
import { reader } from '#prisma/client'
import type { Product, Variant, VariantOfProduct } from './product.ts'
import { parseText } from './text.ts'

const variantFields = {
  sku: true,
  name: true,
  picture: true,
  prices: { select: { currency: true, amount: true }, orderBy: { currency: 'asc' } },
  stock: { select: { quantity: true, held: true, sold: true } },
} as const
const productFields = {
  slug: true,
  name: true,
  description: true,
  variants: { select: variantFields, orderBy: { position: 'asc' } },
} as const

/** Every product, in the shop's order. */
export async function listProducts(): Promise<Product[]> {
  const rows = await reader().product.findMany({
    select: productFields,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toProduct)
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
  const rows = await reader().variant.findMany({ where: { sku: { in: [...skus] } }, select: withProduct })
  return rows.map(toVariantOfProduct)
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

interface VariantRow {
  sku: string
  name: unknown
  picture: string
  prices: { currency: string; amount: number }[]
  stock: { quantity: number; held: number; sold: number } | null
}

function toVariant(row: VariantRow): Variant {
  const { stock } = row
  return {
    sku: row.sku,
    name: row.name === null ? null : parseText(row.name),
    picture: row.picture,
    prices: Object.fromEntries(
      row.prices.filter((price) => isCurrency(price.currency)).map((price) => [price.currency, price.amount]),
    ),
    available: stock ? stock.quantity - stock.held - stock.sold : 0,
  }
}

function toVariantOfProduct(
  row: VariantRow & { product: { slug: string; name: unknown } },
): VariantOfProduct {
  return { ...toVariant(row), slug: row.product.slug, productName: parseText(row.product.name) }
}

function toProduct(row: {
  slug: string
  name: unknown
  description: unknown
  variants: VariantRow[]
}): Product {
  return {
    slug: row.slug,
    name: parseText(row.name),
    description: parseText(row.description),
    variants: row.variants.map(toVariant),
  }
}
