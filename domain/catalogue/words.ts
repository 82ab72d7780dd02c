// What a text is found by. Latin words are found by how they begin; Chinese, which is written without spaces, by each of its
// characters and pairs of them, and by how it is spoken.
import { pinyin } from 'pinyin-pro'

const longestWord = 40
// Longer names are found by how their beginning is spoken, and by every character.
const mostSyllables = 24
const parts = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{Letter}\p{Number}])+/gu
// What is measured is written both ways: "50g" is found as "50 g".
const measured = /^(\d+)(\D+)$/

/** Every word of a text, in small letters and without accents; Chinese as single characters and as pairs. */
export function wordsOf(text: string): string[] {
  const words = partsOf(text).flatMap(({ part, isHan }) => {
    if (isHan) return inPairs(part)
    return (measured.exec(part)?.slice(1) ?? [part]).map(cut)
  })
  return [...new Set(words)]
}

/** How the Chinese in a text is spoken, from each of its syllables on: in full ("makebei") and in initials ("mkb"). */
export function spokenWordsOf(text: string): string[] {
  const runs = [...plain(text).matchAll(/\p{Script=Han}+/gu)].map(([run]) => run)
  return [...new Set(runs.flatMap((run) => spokenFromEach(syllablesOf(run))))]
}

/** How a run of Chinese is spoken, in full. */
export function spokenRun(run: string): string {
  return cut(syllablesOf(run).join(''))
}

/** A word that a search looks for: as it stands, or as a beginning. */
export interface Wanted {
  readonly word: string
  readonly isBeginning: boolean
}

/** What somebody who typed `query` looks for, all of it at once. A single Chinese character is looked for as it stands. */
export function wantedWords(query: string): Wanted[] {
  const wanted = partsOf(query).flatMap(({ part, isHan }) =>
    isHan ? sought(part).map((word) => ({ word, isBeginning: false })) : wantedLatin(part),
  )
  return wanted.slice(0, 8)
}

/** What is looked for in a text by a word that is not Chinese: its singular's beginning finds the plural as well. */
export function wantedLatin(part: string): Wanted[] {
  const [, number, unit] = measured.exec(part) ?? []
  if (number === undefined || unit === undefined) return [{ word: singular(cut(part)), isBeginning: true }]
  return [
    { word: cut(number), isBeginning: false },
    // One letter would be the beginning of too much.
    { word: cut(unit), isBeginning: unit.length > 1 },
  ]
}

/** A text's words, Chinese ones as long as they are written together. */
export function partsOf(text: string): { part: string; isHan: boolean }[] {
  return [...plain(text).matchAll(parts)].map(([part, han]) => ({ part, isHan: han !== undefined }))
}

/** A text in small letters; full-width forms become ordinary ones, é becomes e. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
}

// As far as a beginning goes: "berr" finds berry and berries. The initials of Chinese syllables are not taken for a plural.
function singular(word: string): string {
  const [, stem = word] = /^(.*?[aeiouy].*?)(?:ies|(?<=[sxz]|[cs]h)es|(?<![siu])s)$/.exec(word) ?? []
  return stem.length > 2 ? stem : word
}

/** A run of Chinese as each of its characters, and as pairs. */
export function inPairs(run: string): string[] {
  const characters = Array.from(run)
  return [...characters, ...pairs(characters)]
}

function sought(run: string): string[] {
  const characters = Array.from(run)
  return characters.length === 1 ? characters : pairs(characters)
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function syllablesOf(run: string): string[] {
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
  return syllables.slice(0, mostSyllables)
}

function spokenFromEach(syllables: readonly string[]): string[] {
  return syllables.flatMap((_, from) => {
    const rest = syllables.slice(from)
    const initials = rest.map((syllable) => syllable[0]).join('')
    // One letter would find half the shop.
    return initials.length > 1 ? [cut(rest.join('')), initials] : [cut(rest.join(''))]
  })
}

/** A word no longer than words are kept. */
export function cut(word: string): string {
  return word.slice(0, longestWord)
}
