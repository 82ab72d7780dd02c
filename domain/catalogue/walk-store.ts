// The whole catalogue in the order of its ids, a part at a time, for whoever reads all of it: parts are found by where the
// last one ended, never by counting.
import { reader } from '#prisma/client'
import { findProducts } from './product-store.ts'
import type { Product } from './product.ts'

/** Up to `limit` products whose ids follow `after`. */
export async function productsAfter(after: number, limit: number): Promise<Product[]> {
  const rows = await reader().product.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  })
  return findProducts(rows.map(({ id }) => id))
}

/** The id that follows `after`, or null: there is none. */
export async function idAfter(after: number): Promise<number | null> {
  const row = await reader().product.findFirst({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return row?.id ?? null
}

export interface Entry {
  readonly id: number
  readonly slug: string
}

/** Up to `limit` products with ids after `after`, and none above `upTo`. */
export function slugsBetween({
  after,
  upTo,
  limit,
}: {
  after: number
  upTo: number
  limit: number
}): Promise<Entry[]> {
  return reader().product.findMany({
    where: { id: { gt: after, lte: upTo } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, slug: true },
  })
}
