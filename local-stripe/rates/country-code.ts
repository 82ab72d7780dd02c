// Countries by their two letters (ISO 3166-1).
import { readString, type Field } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** A country's two letters, as capitals; '' unsets it. */
export function countryCode(): Field<string | null> {
  return {
    read(value, path) {
      const given = readString(value, path)
      if (given === '') return null
      const code = given.toUpperCase()
      if (/^[A-Z]{2}$/.test(code) && code !== 'ZZ' && names.of(code) !== undefined) return code
      const message =
        `Country '${given}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', ` +
        "'EG', or 'GB'. A full list of country codes is available at https://stripe.com/global"
      throw invalidRequest(message, { code: 'country_code_invalid', param: path })
    },
  }
}
