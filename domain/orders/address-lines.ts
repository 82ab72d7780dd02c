import type { Locale } from '#domain/catalogue/text'
import type { ShippingAddress } from '#stripe/shipping-address'

// Written from the largest to the smallest, and without blanks: https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
const largestFirst = new Set(['CN', 'TW', 'HK', 'MO'])

/** A postal address in the lines in which it is written, and the country in the reader's language. */
export function addressLines(address: ShippingAddress, locale: Locale): string[] {
  const { name, line1, line2, city, state, postalCode, country } = address
  const land = country && new Intl.DisplayNames(locale, { type: 'region' }).of(country)
  const lines =
    locale === 'zh-CN' && largestFirst.has(country ?? '')
      ? [`${land ?? ''}${joined([state, city], '')}`, joined([line1, line2], ''), postalCode, name]
      : [name, line1, line2, joined([city, joined([state, postalCode], ' ')], ', '), land]
  return lines.flatMap((line) => line || [])
}

function joined(parts: readonly (string | null)[], by: string): string {
  return parts.filter(Boolean).join(by)
}
