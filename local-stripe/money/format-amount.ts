// Amounts as words, on the page and in Stripe's error messages.
import { decimals } from './currencies.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** An amount in minor units as a price in a language: `$12.50`, `¥3.00`. */
export function formatAmount(money: { amount: number; currency: string }, locale = 'en'): string {
  const places = decimals(money.currency)
  return numberFormat(money.currency, locale).format(money.amount / 10 ** places)
}

function numberFormat(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const places = decimals(currency)
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  formats.set(key, format)
  return format
}
