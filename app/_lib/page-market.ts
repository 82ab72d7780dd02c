import { currency, locale } from 'next/root-params'
import { notFound } from 'next/navigation'
import { isLocale } from '#domain/catalogue/text'
import { isCurrency } from '#domain/money/currency'
import { formatMoney } from '#domain/money/format-money'
import type { Market } from './market.ts'
import { type Translate, translator } from './translate.ts'

export interface PageMarket extends Market {
  readonly t: Translate
  /** Minor units of the page's currency as the reader writes money. */
  readonly price: (amount: number) => string
  /** A page's public address in this language. */
  readonly href: (path: string) => string
}

/** Language, currency and what depends on them, for the page being rendered. */
export async function pageMarket(): Promise<PageMarket> {
  const [language, money] = [await locale(), await currency()]
  if (!isLocale(language) || !isCurrency(money)) notFound()
  return {
    locale: language,
    currency: money,
    t: translator(language),
    price: (amount) => formatMoney({ amount, currency: money }, language),
    href: (path) => `/${language}${path === '/' ? '' : path}`,
  }
}
