// What a shopper sees of a collection: a page of it in an order, without what they do not want. However rare what they want
// is, a page looks at no more than so many products; the next one goes on from there.
import {
  countCollection,
  offersOf,
  walkCollection,
  type Offered,
  type Place,
  type Walk,
} from './listing-store.ts'
import { findProducts } from './product-store.ts'
import type { Product } from './product.ts'

const atOnce = 50
/** At how many products a page looks, or a count, before it stops. */
export const mostLookedAt = 500

export interface Filters {
  readonly inStock: boolean
  readonly onSale: boolean
  /** Minor units of the currency that is looked at; null: no bound. */
  readonly from: number | null
  readonly to: number | null
}

export const noFilters: Filters = { inStock: false, onSale: false, from: null, to: null }

export interface Browsing extends Walk {
  readonly filters: Filters
}

export interface Shelf {
  readonly products: readonly Product[]
  /** Where the next page begins; null: this was the last. */
  readonly next: Place | null
}

/** A page of a collection: up to `limit` products after a place. It may have fewer, and still not be the last. */
export async function browse({ limit, ...browsing }: Browsing): Promise<Shelf> {
  // One more than is shown, to know whether there is a next page.
  const { places, end } = await look(browsing, limit + 1)
  const shown = places.slice(0, limit)
  const products = await findProducts(shown.map(({ productId }) => productId))
  return { products, next: places.length > limit ? (shown.at(-1) ?? null) : end }
}

/** How many products of a collection are wanted: as many as said, or more when `isCut`. */
export async function countWanted(
  browsing: Omit<Browsing, 'after' | 'limit'>,
): Promise<{ count: number; isCut: boolean }> {
  if (!hasFilters(browsing.filters)) {
    const counted = await countCollection(browsing.collectionId, mostLookedAt + 1)
    return { count: Math.min(counted, mostLookedAt), isCut: counted > mostLookedAt }
  }
  const { places, end } = await look({ ...browsing, after: null }, mostLookedAt)
  return { count: places.length, isCut: end !== null }
}

/** Whether anything is left out. */
export function hasFilters({ inStock, onSale, from, to }: Filters): boolean {
  return inStock || onSale || from !== null || to !== null
}

/** The wanted places after the first one; `end` is where looking stopped, null at the collection's end. */
async function look(
  { filters, ...walk }: Omit<Browsing, 'limit'>,
  enough: number,
): Promise<{ places: Place[]; end: Place | null }> {
  if (!hasFilters(filters)) return { places: await walkCollection({ ...walk, limit: enough }), end: null }
  const wanted: Place[] = []
  let { after } = walk
  for (let looked = 0; looked < mostLookedAt && wanted.length < enough; looked += atOnce) {
    const places = await walkCollection({ ...walk, after, limit: atOnce })
    const ids = places.map(({ productId }) => productId)
    const offers = await offersOf(ids, walk.currency)
    wanted.push(
      ...places.filter(({ productId }) => offers.get(productId)?.some((one) => isWanted(one, filters))),
    )
    if (places.length < atOnce) return { places: wanted, end: null }
    after = places.at(-1) ?? after
  }
  return { places: wanted, end: after }
}

function isWanted({ available, amount, was }: Offered, { inStock, onSale, from, to }: Filters): boolean {
  if (amount === null) return false
  if (inStock && available === 0) return false
  if (onSale && was === null) return false
  return amount >= (from ?? 0) && amount <= (to ?? Number.POSITIVE_INFINITY)
}
