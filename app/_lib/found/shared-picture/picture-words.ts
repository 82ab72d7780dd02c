// What is written on the picture that is shown where an address of the shop is shared.
import type { Collection } from '#domain/catalogue/collection-store'
import type { Product } from '#domain/catalogue/product'
import type { Locale } from '#domain/catalogue/text'
import { formatMoney } from '#domain/money/format-money'
import type { Market } from '../../market.ts'
import { translator } from '../../translate.ts'

export interface PictureWords {
  /** The shop's name. */
  readonly sign: string
  readonly title: string
  /** What stands under the title, each where there is one: a line about it; what it costs, and what it cost before. */
  readonly line: string
  readonly price: string
  readonly was: string
}

/** The words for the shop itself. */
export function shopWords(locale: Locale): PictureWords {
  const t = translator(locale)
  return { sign: t('shop.name'), title: t('shop.tagline'), line: t('shop.intro'), price: '', was: '' }
}

/** The words for a collection. */
export function collectionWords({ name, description }: Collection, locale: Locale): PictureWords {
  return { ...shopWords(locale), title: name[locale], line: description[locale] }
}

/** The words for a product: its name and its lowest price, as its page has them. */
export function productWords({ name, variants }: Product, { locale, currency }: Market): PictureWords {
  const money = (amount = 0) => formatMoney({ amount, currency }, locale)
  const words = { ...shopWords(locale), title: name[locale], line: '' }
  const offers = variants.flatMap(({ prices, was }) => {
    const amount = prices[currency]
    return amount === undefined ? [] : [{ amount, was: was[currency] }]
  })
  const [lowest] = offers.toSorted((a, b) => a.amount - b.amount)
  if (!lowest) return words
  const price = money(lowest.amount)
  if (offers.some(({ amount }) => amount !== lowest.amount))
    return { ...words, price: translator(locale)('catalogue.from', { price }) }
  return { ...words, price, was: lowest.was === undefined ? '' : money(lowest.was) }
}
