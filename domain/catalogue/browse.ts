// What a shopper sees of a collection: a page of it in an order, without what they do not want. However rare what they want
// is, a page looks at no more than so many products; the next one goes on from there.
import type { Currency } from '#domain/money/currency'
import { countCollection, walkCollection, type Place, type Walk } from './listing-store.ts'
import { findProducts } from './product-store.ts'
import type { Product } from './product.ts'

const atOnce = 100
const mostLookedAt = 500

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
export async function browse({ filters, limit, ...walk }: Browsing): Promise<Shelf> {
  const products: Product[] = []
  let { after } = walk
  for (let looked = 0; looked < mostLookedAt; looked += atOnce) {
    const places = await walkCollection({ ...walk, after, limit: atOnce })
    for (const { place, product } of await productsAt(places)) {
      if (products.length === limit) return { products, next: after }
      after = place
      if (product && isWanted(product, filters, walk.currency)) products.push(product)
    }
    if (places.length < atOnce) return { products, next: null }
  }
  return { products, next: after }
}

/** How many products a collection has: as many as said, or more than that when `isCut`. */
export async function countUpTo(
  collectionId: number,
  most: number,
): Promise<{ count: number; isCut: boolean }> {
  const counted = await countCollection(collectionId, most + 1)
  return { count: Math.min(counted, most), isCut: counted > most }
}

async function productsAt(
  places: readonly Place[],
): Promise<{ place: Place; product: Product | undefined }[]> {
  const found = await findProducts(places.map(({ productId }) => productId))
  const byId = new Map(found.map((product) => [product.id, product]))
  return places.map((place) => ({ place, product: byId.get(place.productId) }))
}

function isWanted(product: Product, filters: Filters, currency: Currency): boolean {
  const { inStock, onSale, from, to } = filters
  return product.variants.some(({ available, prices, was }) => {
    const price = prices[currency]
    if (inStock && (available === 0 || price === undefined)) return false
    if (onSale && was[currency] === undefined) return false
    if (from === null && to === null) return true
    return price !== undefined && price >= (from ?? 0) && price <= (to ?? Number.POSITIVE_INFINITY)
  })
}
