// The search as a shopper has it: what has every word of the query, else of the query as others write it, else what comes
// close, and then that is said.
import { otherSpellings } from './other-words.ts'
import { searchClosest } from './search-closest.ts'
import { type Found, searchFor } from './search-store.ts'
import { type Wanted, wantedWords } from './words.ts'

export interface ShopFound extends Found {
  /** Whether these only come close: nothing has all that was asked for. */
  readonly isClose: boolean
}

/** Up to `most` products for a query, those that it says most about first. */
export async function searchShop(query: string, most: number): Promise<ShopFound> {
  for (const words of spellings(query)) {
    const found = await searchFor(words, most)
    if (found.productIds.length > 0) return { ...found, isClose: false }
  }
  const close = await searchClosest(query, most)
  return { ...close, isClose: close.productIds.length > 0 }
}

// The others are thought of when nothing has been found.
function* spellings(query: string): Generator<Wanted[]> {
  yield wantedWords(query)
  yield* otherSpellings(query)
}
