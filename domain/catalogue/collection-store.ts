// Collections of products.
import { reader } from '#prisma/client'
import { parseText, type Text } from './text.ts'

export interface Collection {
  readonly id: number
  readonly slug: string
  readonly name: Text
  readonly description: Text
}

/** The collection that every product belongs to. */
export const everything = 'all'

/** Every collection in the shop's order, the one of everything first. */
export async function listCollections(): Promise<Collection[]> {
  const rows = await reader().collection.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(toCollection)
}

/** The collection at `slug`, or null. */
export async function getCollection(slug: string): Promise<Collection | null> {
  // It comes from an address, and not every database can so much as look for every text.
  if (!/^[\w-]+$/.test(slug)) return null
  const row = await reader().collection.findUnique({ where: { slug } })
  return row && toCollection(row)
}

/** The first collection that a product stands in, beside the one of everything; null: there is none. */
export async function getCollectionOf(productId: number): Promise<Collection | null> {
  const row = await reader().collection.findFirst({
    where: { slug: { not: everything }, products: { some: { productId } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return row && toCollection(row)
}

function toCollection(row: { id: number; slug: string; name: unknown; description: unknown }): Collection {
  const { id, slug, name, description } = row
  return { id, slug, name: parseText(name), description: parseText(description) }
}
