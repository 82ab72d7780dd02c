import type { Locale } from '#domain/catalogue/text'
import type { ShippingAddress } from '#stripe/shipping-address'

// Written from the largest to the smallest, and without blanks: https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
const largestFirst = new Set(['CN', 'TW', 'HK', 'MO'])

/** A postal address in the lines in which it is written, and the country in the reader's language. */
export function addressLines(address: ShippingAddress, locale: Locale): string[] {
  const { name, line1, line2, city, state, postalCode, country } = address
  const land = country && landOf(country, locale)
  const lines =
    locale === 'zh-CN' && largestFirst.has(country ?? '')
      ? [`${land ?? ''}${joined([state, city], '')}`, joined([line1, line2], ''), postalCode, name]
      : [name, line1, line2, joined([city, joined([state, postalCode], ' ')], ', '), land]
  return lines.flatMap((line) => line || [])
}

// What is no code of a country stays as it came: an address is words in a message, and keeps no payment from being noted.
function landOf(country: string, locale: Locale): string | undefined {
  return /^[A-Z]{2}$/.test(country) ? new Intl.DisplayNames(locale, { type: 'region' }).of(country) : country
}

function joined(parts: readonly (string | null)[], by: string): string {
  return parts.filter(Boolean).join(by)
}
