// Countries by their two letters (ISO 3166-1).
import { readString, type Field } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'

// Made at the first question: Intl takes a while to make it, and most who start Local Stripe never ask.
let names: Intl.DisplayNames | undefined

/** A country's two letters, as capitals; '' unsets it. */
export function countryCode(): Field<string | null> {
  return {
    read(value, path) {
      const given = readString(value, path)
      if (given === '') return null
      const code = given.toUpperCase()
      if (/^[A-Z]{2}$/.test(code) && code !== 'ZZ' && isCountry(code)) return code
      const message =
        `Country '${given}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', ` +
        "'EG', or 'GB'. A full list of country codes is available at https://stripe.com/global"
      throw invalidRequest(message, { code: 'country_code_invalid', param: path })
    },
  }
}

function isCountry(code: string): boolean {
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return names.of(code) !== undefined
}
