// What stands in the window: each collection with something out of it.
import { everything, listCollections, type Collection } from './collection-store.ts'
import { walkByPosition } from './listing-store.ts'
import { findProducts } from './product-store.ts'
import type { Product } from './product.ts'

export interface Display {
  readonly collection: Collection
  readonly product: Product
}

/** Up to `limit` collections that have a product, each with its first that no other shows, in the shop's order. */
export async function fillWindow(limit: number): Promise<Display[]> {
  const collections = (await listCollections()).filter(({ slug }) => slug !== everything).slice(0, limit)
  const displays: Display[] = []
  for (const collection of collections) {
    const places = await walkByPosition({ collectionId: collection.id, after: null, limit: limit + 1 })
    const products = await findProducts(places.map(({ productId }) => productId))
    const isShown = ({ id }: Product) => displays.some(({ product }) => product.id === id)
    const product = products.find((one) => !isShown(one)) ?? products[0]
    if (product) displays.push({ collection, product })
  }
  return displays
}
