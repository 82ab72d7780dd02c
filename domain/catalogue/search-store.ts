// Which products a search finds. However common its words are, it looks at no more than so many entries: the rarest word
// leads, a part of its products at a time, and the others are asked about those alone.
import { reader } from '#prisma/client'
import type { Wanted } from './words.ts'

export const atOnce = 200
const mostParts = 10

export interface Found {
  /** Product ids, those that the words say most about first. */
  readonly productIds: readonly number[]
  /** Whether there may be more than these. */
  readonly isCut: boolean
}

export interface Entry {
  readonly word: string
  readonly productId: number
  readonly weight: number
}

/** Up to `most` products that have all of these words. None for no word. */
export async function searchFor(words: readonly Wanted[], most: number): Promise<Found> {
  const [lead, ...others] = await rarestFirst(words)
  if (!lead) return { productIds: [], isCut: false }
  const ranks = new Map<number, number>()
  let after: Pick<Entry, 'word' | 'productId'> | null = { word: '', productId: 0 }
  for (let part = 0; part < mostParts && after && ranks.size < most; part++) {
    const entries = await entriesAfter(lead, after)
    await rankWithAll({ entries, others, ranks })
    after = entries.length === atOnce ? (entries.at(-1) ?? null) : null
  }
  const ranked = [...ranks].toSorted(([a, rankA], [b, rankB]) => rankB - rankA || a - b)
  return {
    productIds: ranked.slice(0, most).map(([id]) => id),
    isCut: after !== null || ranked.length > most,
  }
}

async function rankWithAll({
  entries,
  others,
  ranks,
}: {
  entries: readonly Entry[]
  others: readonly Wanted[]
  ranks: Map<number, number>
}): Promise<void> {
  let matching = strongest(entries)
  for (const wanted of others) {
    if (matching.size === 0) return
    const also = strongest(await entriesAmong(wanted, [...matching.keys()]))
    matching = new Map(
      [...matching].flatMap(([id, weight]) => (also.has(id) ? [[id, weight + (also.get(id) ?? 0)]] : [])),
    )
  }
  for (const [id, rank] of matching) ranks.set(id, Math.max(rank, ranks.get(id) ?? 0))
}

/** What each product's strongest word says: it may be there under several words that begin alike. */
export function strongest(entries: readonly Entry[]): Map<number, number> {
  const weights = new Map<number, number>()
  for (const { productId, weight } of entries) {
    weights.set(productId, Math.max(weight, weights.get(productId) ?? 0))
  }
  return weights
}

async function rarestFirst(wanted: readonly Wanted[]): Promise<Wanted[]> {
  const counted = await Promise.all(wanted.map(async (one) => ({ one, count: await countUpTo(one) })))
  return counted.toSorted((a, b) => a.count - b.count).map(({ one }) => one)
}

async function countUpTo(wanted: Wanted): Promise<number> {
  const [from, upTo] = range(wanted)
  const [counted] = await reader().$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM (
      SELECT 1 FROM "SearchWord" WHERE "word" >= ${from} AND "word" < ${upTo} LIMIT ${atOnce}
    ) AS "some"`
  return Number(counted?.count ?? 0)
}

/** The next entries of a word, no more than `atOnce`. */
export function entriesAfter(
  wanted: Wanted,
  { word, productId }: Pick<Entry, 'word' | 'productId'> = { word: '', productId: 0 },
): Promise<Entry[]> {
  const [from, upTo] = range(wanted)
  return reader().$queryRaw`
    SELECT "word", "productId", "weight" FROM "SearchWord"
    WHERE "word" >= ${from} AND "word" < ${upTo} AND ("word", "productId") > (${word}, ${productId})
    ORDER BY "word", "productId" LIMIT ${atOnce}`
}

/** The entries that these products have of a word. */
export async function entriesAmong(wanted: Wanted, productIds: readonly number[]): Promise<Entry[]> {
  const [from, upTo] = range(wanted)
  return reader().searchWord.findMany({
    where: { productId: { in: [...productIds] }, word: { gte: from, lt: upTo } },
  })
}

// Words are in the order of their bytes, and no word has a character as low, or as high, as these.
function range({ word, isBeginning }: Wanted): [from: string, upTo: string] {
  return [word, `${word}${isBeginning ? '\u{10FFFF}' : '\u0001'}`]
}
