// Words with something put into them, and what languages count and date differently.
import { formatAmount } from '../money/format-amount.ts'
import type { Messages } from './locales/english.ts'

/** A message with its `{names}` replaced. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replaceAll(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name))
}

/** An amount in minor units as a price in the page's language. */
export function price(amount: number, currency: string | null, messages: Messages): string {
  return formatAmount({ amount, currency: currency ?? '' }, messages.moneyLocale)
}

/** A percentage, 8.25 being 8.25 percent. */
export function percent(percentage: number, messages: Messages): string {
  const format = new Intl.NumberFormat(messages.moneyLocale, { style: 'percent', maximumFractionDigits: 4 })
  return format.format(percentage / 100)
}

/** A moment in seconds since 1970, as a date and a time of the day. */
export function moment(seconds: number, messages: Messages): string {
  const format = new Intl.DateTimeFormat(messages.moneyLocale, { dateStyle: 'long', timeStyle: 'short' })
  return format.format(seconds * 1000)
}
