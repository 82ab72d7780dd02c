// What somebody who found nothing may have meant: the words of the shop's own search that are written nearly so.
import { reader } from '#prisma/client'
import { nearestWord, swaps } from './spelling.ts'
import { plain, wantedWords } from './words.ts'

// Shorter words are near to too many others: two letters of theirs may have changed places, and no more.
const shortest = 4
const shortestSwapped = 3
const mostCandidates = 200

/** `query` with its misspelt words put right; null when there is nothing to put right, or no telling how. */
export async function respell(query: string): Promise<string | null> {
  let text = plain(query).trim()
  const before = text
  for (const { word, isBeginning } of wantedWords(query)) {
    if (!isBeginning || word.length < shortestSwapped) continue
    const [nextWord] = await wordsFrom(word, 1)
    if (nextWord?.startsWith(word)) continue
    const right = (await wordSwapped(word)) ?? (await wordNear(word))
    if (right === null && word.length < shortest) continue
    if (right === null) return null
    text = text.replace(word, right)
  }
  return text === before ? null : text
}

async function wordNear(word: string): Promise<string | null> {
  if (word.length < shortest) return null
  return nearestWord(word, await wordsFrom(word.slice(0, 2), mostCandidates))
}

async function wordSwapped(word: string): Promise<string | null> {
  const entry = await reader().searchWord.findFirst({ where: { word: { in: swaps(word) } } })
  return entry?.word ?? null
}

// From each word to the next one, over all entries of a word at once: a common word has one for every product.
async function wordsFrom(beginning: string, most: number): Promise<string[]> {
  const rows = await reader().$queryRaw<{ word: string | null }[]>`
    WITH RECURSIVE "words" ("word") AS (
      SELECT min("word") FROM "SearchWord" WHERE "word" >= ${beginning}
      UNION ALL
      SELECT (SELECT min("word") FROM "SearchWord" WHERE "word" > "words"."word") FROM "words"
      WHERE "words"."word" < ${`${beginning}\u{10FFFF}`}
    )
    SELECT "word" FROM "words" WHERE "word" IS NOT NULL LIMIT ${most}`
  return rows.flatMap(({ word }) => (word?.startsWith(beginning) ? [word] : []))
}
