// What comes close to a query that no product has every word of. It looks at the first entries of each word, and at as many
// products as the search itself looks at in one part.
import { looseWords } from './other-words.ts'
import { atOnce, entriesAfter, entriesAmong, type Entry, type Found, strongest } from './search-store.ts'
import type { Wanted } from './words.ts'

interface Listed {
  readonly wanted: Wanted
  readonly entries: readonly Entry[]
}

interface Score {
  readonly id: number
  /** How many words it has, and how much they say about it in all. */
  readonly words: number
  readonly weight: number
}

/** Up to `most` products that have more of a query's words, or of its characters, than any other. */
export async function searchClosest(query: string, most: number): Promise<Found> {
  const lists: Listed[] = []
  for (const wanted of looseWords(query)) {
    lists.push({ wanted, entries: await entriesAfter(wanted) })
  }
  const rarestFirst = lists.toSorted((a, b) => a.entries.length - b.entries.length)
  const ids = rarestFirst.flatMap(({ entries }) => entries.map(({ productId }) => productId))
  const closest = theClosest(await scoresOf([...new Set(ids)].slice(0, atOnce), lists))
  return { productIds: closest.slice(0, most).map(({ id }) => id), isCut: closest.length > most }
}

async function scoresOf(ids: readonly number[], lists: readonly Listed[]): Promise<Score[]> {
  const weights: Map<number, number>[] = []
  for (const { wanted, entries } of lists) {
    const isWhole = entries.length < atOnce
    weights.push(strongest(isWhole ? entries : await entriesAmong(wanted, ids)))
  }
  return ids.map((id) => {
    const own = weights.flatMap((each) => each.get(id) ?? [])
    return { id, words: own.length, weight: own.reduce((sum, weight) => sum + weight, 0) }
  })
}

// What has the words in its description alone is far from what is named so.
function theClosest(scores: readonly Score[]): Score[] {
  const words = Math.max(0, ...scores.map((score) => score.words))
  const ofMost = scores.filter((score) => score.words === words)
  const weight = Math.max(0, ...ofMost.map((score) => score.weight))
  const close = ofMost.filter((score) => score.weight * 2 >= weight)
  // Of equals those with the rarest word, as they came.
  return close.toSorted((a, b) => b.weight - a.weight)
}
