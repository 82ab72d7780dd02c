// What a query may mean beside what it says, for those who would find nothing.
import { inPairs, partsOf, spokenRun, wantedLatin, type Wanted, wantedWords } from './words.ts'

const mostWords = 12
// Each pair of a query's words joined is a search of its own.
const mostJoined = 4

/** A query as others write it: two of its words as one, and u for the ü of pinyin, which is kept as v. */
export function otherSpellings(query: string): Wanted[][] {
  const parts = partsOf(query)
  const joined = parts.slice(1).flatMap(({ part, isHan }, at) => {
    const before = parts[at]
    if (isHan || !before || before.isHan || parts.length > mostJoined) return []
    const rest = [...parts.slice(0, at), ...parts.slice(at + 2)].map((each) => each.part)
    return [wantedWords([`${before.part}${part}`, ...rest].join(' '))]
  })
  const said = wantedWords(query)
  const spoken = said.map(({ word, isBeginning }) => ({
    word: word.replaceAll(/(?<=[ln])u/g, 'v'),
    isBeginning,
  }))
  return spoken.some(({ word }, at) => word !== said[at]?.word) ? [spoken, ...joined] : joined
}

/** Everything in a query that may be found by itself: each word, and of Chinese its characters, pairs and how it is spoken. */
export function looseWords(query: string): Wanted[] {
  const words = partsOf(query).flatMap(({ part, isHan }) => (isHan ? looseHan(part) : wantedLatin(part)))
  return words.slice(0, mostWords)
}

// Characters that are written otherwise, 綠 for 绿, are spoken alike. So are too many single ones.
function looseHan(run: string): Wanted[] {
  const written = inPairs(run).map((word) => ({ word, isBeginning: false }))
  return run.length > 1 ? [{ word: spokenRun(run), isBeginning: true }, ...written] : written
}
