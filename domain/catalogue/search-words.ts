// How much a word says about a product: its name most, then what its variants and collections are called, then the rest.
import { locales, type Text } from './text.ts'
import { spokenWordsOf, wordsOf } from './words.ts'

export interface SearchWord {
  readonly word: string
  readonly weight: number
}

/** The words that find a product, each once, with the most that it says about it: 3, 2 or 1. */
export function searchWords(product: {
  readonly name: Text
  readonly details: readonly Text[]
  readonly description: Text
}): SearchWord[] {
  const weights = new Map<string, number>()
  for (const word of wordsOfAll([product.description], wordsOf)) weights.set(word, 1)
  for (const word of wordsOfAll(product.details, written)) weights.set(word, 2)
  for (const word of wordsOfAll([product.name], written)) weights.set(word, 3)
  return [...weights].map(([word, weight]) => ({ word, weight }))
}

function wordsOfAll(texts: readonly Text[], words: (text: string) => string[]): string[] {
  return texts.flatMap((text) => locales.flatMap((locale) => words(text[locale])))
}

function written(text: string): string[] {
  return [...spokenWordsOf(text), ...wordsOf(text)]
}
