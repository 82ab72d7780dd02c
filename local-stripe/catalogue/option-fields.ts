// Fields that several objects of the catalogue take.
import { choice, type Field } from '../api/fields.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { currencies, isCurrency } from '../money/currencies.ts'

export const taxBehavior = choice('exclusive', 'inclusive', 'unspecified')

/** A map from currencies, in small letters, to values of a field. */
export function currencyMap<T>(field: Field<T>): Field<Record<string, T>> {
  return {
    read(value, path) {
      if (value === '') return {}
      if (typeof value === 'string') throw invalidRequest('Invalid object', { param: path })
      const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
      for (const [key] of entries) checkKey(key, path)
      return Object.fromEntries(entries.map(([key, item]) => [key, field.read(item, `${path}[${key}]`)]))
    },
  }
}

function checkKey(key: string, param: string): void {
  if (isCurrency(key)) return
  const lower = key.toLowerCase()
  const message = isCurrency(lower)
    ? `Currencies must be lowercase when used as keys in a map. Use \`${lower}\` instead of \`${key}\`.`
    : `Invalid currency: ${key}. Stripe currently supports these currencies: ${currencies.join(', ')}`
  throw invalidRequest(message, { param })
}
