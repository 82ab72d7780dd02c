// Products in the database. Their parts are read by statements of ours: a nested one of Prisma's is half as much work
// again, and what it leaves behind to be collected holds up everybody.
import { listed, reader } from '#prisma/client'
import {
  type OptionalPrice,
  type PictureRow,
  type PriceRow,
  type ProductRow,
  toProduct,
  toVariant,
  toVariantOfProduct,
  type VariantRow,
  type WithProduct,
} from './product-row.ts'
import type { Product, VariantOfProduct } from './product.ts'

/** Those of `ids` that exist, in that order. */
export async function findProducts(ids: readonly number[]): Promise<Product[]> {
  const among = listed(ids)
  const rows = await reader().$queryRaw<ProductRow[]>`
    SELECT "id", "slug", "name", "description", "options" FROM "Product" WHERE "id" IN (${among})`
  const pictures = await reader().$queryRaw<PictureRow[]>`
    SELECT "productId", "stem", "alt" FROM "Picture" WHERE "productId" IN (${among}) ORDER BY "position"`
  const variants = await reader().$queryRaw<VariantRow[]>`
    SELECT "productId", "Variant"."sku", "name", "choices", "picture", "quantity", "held", "sold"
    FROM "Variant" LEFT JOIN "Stock" ON "Stock"."sku" = "Variant"."sku"
    WHERE "productId" IN (${among}) ORDER BY "position"`
  const prices = await reader().$queryRaw<PriceRow[]>`
    SELECT "Price"."sku", "currency", "amount", "was"
    FROM "Price" JOIN "Variant" ON "Variant"."sku" = "Price"."sku"
    WHERE "productId" IN (${among}) ORDER BY "currency"`
  const pricesOf = Map.groupBy(prices, ({ sku }) => sku)
  const picturesOf = Map.groupBy(pictures, ({ productId }) => productId)
  const variantsOf = Map.groupBy(variants, ({ productId }) => productId)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const own = variantsOf.get(id)?.map((variant) => toVariant(variant, pricesOf.get(variant.sku)))
    return row ? [toProduct(row, picturesOf.get(id), own)] : []
  })
}

/** The product at `slug`, or null. */
export async function getProduct(slug: string): Promise<Product | null> {
  // It comes from an address, and not every database can so much as look for every text.
  if (!/^[\w-]+$/.test(slug)) return null
  const row = await reader().product.findUnique({ where: { slug }, select: { id: true } })
  const [product = null] = row ? await findProducts([row.id]) : []
  return product
}

/**
 * Those of `skus` that exist, in the order of their skus. In one statement: what is sold for a price has that price, whoever
 * changes both meanwhile.
 */
export async function findVariants(skus: readonly string[]): Promise<VariantOfProduct[]> {
  const rows = await reader().$queryRaw<(VariantRow & WithProduct & OptionalPrice)[]>`
    SELECT "productId", "Variant"."sku", "Variant"."name", "choices", "picture", "quantity", "held", "sold",
      "slug", "Product"."name" AS "productName", "currency", "amount", "was"
    FROM "Variant" JOIN "Product" ON "Product"."id" = "productId"
      LEFT JOIN "Stock" ON "Stock"."sku" = "Variant"."sku" LEFT JOIN "Price" ON "Price"."sku" = "Variant"."sku"
    WHERE "Variant"."sku" IN (${listed(skus)}) ORDER BY "Variant"."sku", "currency"`
  const ofVariants = [...Map.groupBy(rows, ({ sku }) => sku).values()]
  return ofVariants.flatMap((own) => own.slice(0, 1).map((row) => toVariantOfProduct(row, own)))
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
    select: { sku: true },
  })
  return findVariants(rows.map(({ sku }) => sku))
}
