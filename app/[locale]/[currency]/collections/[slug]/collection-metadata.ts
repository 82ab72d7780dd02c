import type { Metadata } from 'next'
import { cache } from 'react'
import { getCollection } from '#domain/catalogue/collection-store'
import { pageMarket } from '../../../../_lib/page-market'
import { metadataOfCollection } from '../../../../_lib/found/page-metadata'

// The page and its metadata want the same collection: one reading serves both.
export const readCollection = cache(getCollection)

/** What search engines and the browser's tab say of a collection. */
export async function collectionMetadata(slug: string): Promise<Metadata> {
  const market = await pageMarket()
  // Why it cannot be read the page says.
  const collection = await readCollection(slug).catch(() => null)
  return collection ? metadataOfCollection(market, collection) : {}
}
