// A collection's products, page by page in one of the shop's orders. Pages are found by where the last one ended, never by
// counting, so that the thousandth costs what the first does.
import type { Currency } from '#domain/money/currency'
import { reader } from '#prisma/client'

export const sorts = ['featured', 'newest', 'price-up', 'price-down'] as const
export type Sort = (typeof sorts)[number]

/** Where a page ended: what it was sorted by, and the product. */
export interface Place {
  readonly key: number
  readonly productId: number
}

export interface Walk {
  readonly collectionId: number
  readonly sort: Sort
  /** What prices are compared in; products without one are left out where the order is by price. */
  readonly currency: Currency
  readonly after: Place | null
  readonly limit: number
}

/** Up to `limit` places of a collection after the one given. */
export function walkCollection(walk: Walk): Promise<Place[]> {
  switch (walk.sort) {
    case 'featured':
      return walkByPosition(walk)
    case 'newest':
      return byNewest(walk)
    case 'price-up':
      return byPriceUp(walk)
    case 'price-down':
      return byPriceDown(walk)
  }
}

/** The same, always in the order of the collection. */
export function walkByPosition({
  collectionId,
  after,
  limit,
}: Pick<Walk, 'collectionId' | 'after' | 'limit'>): Promise<Place[]> {
  const { key, productId } = after ?? { key: -1, productId: 0 }
  return reader().$queryRaw`
    SELECT "position" AS "key", "productId" FROM "CollectionProduct"
    WHERE "collectionId" = ${collectionId} AND ("position", "productId") > (${key}, ${productId})
    ORDER BY "position", "productId" LIMIT ${limit}`
}

/** Where a product stands in a collection. */
export interface ListedPlace {
  readonly collectionId: number
  readonly slug: string
  readonly place: Place
}

/** A product's places in its collections, in the shop's order; of very many the first ones. */
export async function placesOfProduct(productId: number): Promise<ListedPlace[]> {
  const rows = await reader().collectionProduct.findMany({
    where: { productId },
    select: { collectionId: true, position: true, collection: { select: { slug: true } } },
    orderBy: [{ collection: { position: 'asc' } }, { collectionId: 'asc' }],
    take: 20,
  })
  return rows.map(({ collectionId, position, collection }) => ({
    collectionId,
    slug: collection.slug,
    place: { key: position, productId },
  }))
}

/** A variant as filters look at it. */
export interface Offered {
  readonly available: number
  /** Minor units; null where it is not sold in the currency. */
  readonly amount: number | null
  readonly was: number | null
}

/** What the variants of products are offered for in a currency, by the products' ids. */
export async function offersOf(
  productIds: readonly number[],
  currency: Currency,
): Promise<Map<number, Offered[]>> {
  const prices = { where: { currency }, select: { amount: true, was: true } } as const
  const rows = await reader().variant.findMany({
    where: { productId: { in: [...productIds] } },
    select: { productId: true, prices, stock: { select: { quantity: true, held: true, sold: true } } },
  })
  const offers = new Map<number, Offered[]>(productIds.map((id) => [id, []]))
  for (const {
    productId,
    prices: [price],
    stock,
  } of rows) {
    const available = stock ? stock.quantity - stock.held - stock.sold : 0
    offers.get(productId)?.push({ available, amount: price?.amount ?? null, was: price?.was ?? null })
  }
  return offers
}

/** How many products a collection has, counted up to `most`. */
export async function countCollection(collectionId: number, most: number): Promise<number> {
  const [counted] = await reader().$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM (
      SELECT 1 FROM "CollectionProduct" WHERE "collectionId" = ${collectionId} LIMIT ${most}
    ) AS "some"`
  return Number(counted?.count ?? 0)
}

// Whatever came into the shop last has the highest id.
function byNewest({ collectionId, after, limit }: Walk): Promise<Place[]> {
  return reader().$queryRaw`
    SELECT "productId" AS "key", "productId" FROM "CollectionProduct"
    WHERE "collectionId" = ${collectionId} AND "productId" < ${after?.productId ?? highest}
    ORDER BY "productId" DESC LIMIT ${limit}`
}

function byPriceUp({ collectionId, currency, after, limit }: Walk): Promise<Place[]> {
  const { key, productId } = after ?? { key: -1, productId: 0 }
  return reader().$queryRaw`
    SELECT "amount" AS "key", "productId" FROM "ListedPrice"
    WHERE "collectionId" = ${collectionId} AND "currency" = ${currency}
      AND ("amount", "productId") > (${key}, ${productId})
    ORDER BY "amount", "productId" LIMIT ${limit}`
}

function byPriceDown({ collectionId, currency, after, limit }: Walk): Promise<Place[]> {
  const { key, productId } = after ?? { key: highest, productId: highest }
  return reader().$queryRaw`
    SELECT "amount" AS "key", "productId" FROM "ListedPrice"
    WHERE "collectionId" = ${collectionId} AND "currency" = ${currency}
      AND ("amount", "productId") < (${key}, ${productId})
    ORDER BY "amount" DESC, "productId" DESC LIMIT ${limit}`
}

const highest = 2 ** 31 - 1
