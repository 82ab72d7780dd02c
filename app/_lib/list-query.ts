// What the address of a list says: its order, what is left out, and where the page begins. Anybody can write an address, so
// whatever makes no sense in it is left aside.
import { noFilters, type Filters } from '#domain/catalogue/browse'
import { sorts, type Place, type Sort } from '#domain/catalogue/listing-store'
import type { Currency } from '#domain/money/currency'
import { wholeUnits } from '#domain/money/format-money'
import { parseAmount } from '#domain/money/parse-amount'

export type AddressWords = Readonly<Record<string, string | readonly string[] | undefined>>

export interface ListQuery {
  readonly sort: Sort
  readonly filters: Filters
  readonly after: Place | null
  /** What was typed as an amount and is none: shown again, to be put right. */
  readonly unread: Readonly<Partial<Record<'from' | 'to', string>>>
}

export const wholeList: ListQuery = { sort: 'featured', filters: noFilters, after: null, unread: {} }

/** What the words of an address ask for, amounts in whole units of `currency`. */
export function parseListQuery(words: AddressWords, currency: Currency): ListQuery {
  const typed = { from: wordOf(words.from), to: wordOf(words.to) }
  const amounts = { from: parseAmount(typed.from, currency), to: parseAmount(typed.to, currency) }
  return {
    sort: sorts.find((sort) => sort === wordOf(words.sort)) ?? 'featured',
    filters: {
      inStock: wordOf(words['in-stock']) === '1',
      onSale: wordOf(words['on-sale']) === '1',
      ...inOrder(amounts),
    },
    after: parsePlace(wordOf(words.after)),
    unread: {
      ...(typed.from && amounts.from === null && { from: typed.from }),
      ...(typed.to && amounts.to === null && { to: typed.to }),
    },
  }
}

/** The words that ask for it, to stand behind a path: "?sort=newest"; empty for the whole list. */
export function listWords({ sort, filters, after }: ListQuery, currency: Currency): string {
  const words = new URLSearchParams({
    ...(sort !== 'featured' && { sort }),
    ...(filters.inStock && { 'in-stock': '1' }),
    ...(filters.onSale && { 'on-sale': '1' }),
    ...(filters.from !== null && { from: typedAmount(filters.from, currency) }),
    ...(filters.to !== null && { to: typedAmount(filters.to, currency) }),
    ...(after && { after: `${after.key.toString(36)}-${after.productId.toString(36)}` }),
  })
  return words.size > 0 ? `?${words}` : ''
}

/** Minor units as one would type them: "12", "12.50". */
export function typedAmount(amount: number, currency: Currency): string {
  return wholeUnits({ amount, currency }).replace(/\.0+$/, '')
}

/** A word of an address without what nobody types, cut to so many characters; of several the last one. */
export function wordOf(value: AddressWords[string], most = 40): string {
  const word = (typeof value === 'object' ? value.at(-1) : value) ?? ''
  const typed = word.replaceAll(/\p{Control}/gu, ' ').trim()
  return Array.from(typed).slice(0, most).join('')
}

// Whoever names the higher amount first means the same.
function inOrder({ from, to }: Pick<Filters, 'from' | 'to'>): Pick<Filters, 'from' | 'to'> {
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

function parsePlace(word: string): Place | null {
  const [, key, productId] = /^([0-9a-z]{1,6})-([0-9a-z]{1,6})$/.exec(word) ?? []
  if (key === undefined || productId === undefined) return null
  const place = { key: Number.parseInt(key, 36), productId: Number.parseInt(productId, 36) }
  return Math.max(place.key, place.productId) < 2 ** 31 ? place : null
}
