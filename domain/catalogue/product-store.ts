// Products in the database.
import { listed, reader } from '#prisma/client'
import { ofPricedRows, type PricedRow, toProduct, toVariantOfProduct } from './product-row.ts'
import type { Product, VariantOfProduct } from './product.ts'

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
const withProduct = { ...variantFields, product: { select: { slug: true, name: true } } } as const

/** Those of `ids` that exist, in that order. */
export async function findProducts(ids: readonly number[]): Promise<Product[]> {
  const rows = await reader().product.findMany({ where: { id: { in: [...ids] } }, select: productFields })
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
  return [...Map.groupBy(rows, ({ sku }) => sku).values()].flatMap(ofPricedRows)
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
