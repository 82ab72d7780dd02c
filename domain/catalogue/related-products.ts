// What else a shopper who looks at a product may like: what stands beside it in its collections.
import { everything } from './collection-store.ts'
import { placesOfProduct, walkByPosition, type ListedPlace } from './listing-store.ts'
import { findProducts } from './product-store.ts'
import { isSoldOut, type Product } from './product.ts'

/** Up to `limit` other products: of its own collections before any, those that follow it first; what is sold out comes last. */
export async function relatedProducts(product: Product, limit: number): Promise<Product[]> {
  // Twice as many are looked at as are wanted, so that what is sold out can stand back.
  const ids = new Set<number>()
  for (const place of ownFirst(await placesOfProduct(product.id))) {
    for (const id of await neighbours(place, 2 * limit)) ids.add(id)
    if (ids.size >= 2 * limit) break
  }
  const products = await findProducts([...ids].slice(0, 2 * limit))
  return products.toSorted((a, b) => Number(isSoldOut(a)) - Number(isSoldOut(b))).slice(0, limit)
}

function ownFirst(places: readonly ListedPlace[]): ListedPlace[] {
  return places.toSorted((a, b) => Number(a.slug === everything) - Number(b.slug === everything))
}

// After the last product of a collection comes its first.
async function neighbours({ collectionId, place }: ListedPlace, limit: number): Promise<number[]> {
  const following = await walkByPosition({ collectionId, after: place, limit })
  const first = following.length < limit ? await walkByPosition({ collectionId, after: null, limit }) : []
  const ids = [...following, ...first].map(({ productId }) => productId)
  return ids.filter((id) => id !== place.productId)
}
