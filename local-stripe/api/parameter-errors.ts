// What is wrong with a parameter, in Stripe's words.
import { invalidRequest, type StripeError } from './stripe-error.ts'

/** The name of a parameter inside of another: `line_items[0][price]`. */
export function join(path: string, name: string): string {
  return path === '' ? name : `${path}[${name}]`
}

/** 400 for parameters that nobody knows; `names` is not empty. */
export function unknownParameters(names: string[]): StripeError {
  const [first = ''] = names
  const plural = names.length > 1 ? 's' : ''
  const message = `Received unknown parameter${plural}: ${names.join(', ')}`
  return invalidRequest(message, { code: 'parameter_unknown', param: first })
}

/** 400 for '' where nothing can be unset. */
export function emptyValue(param: string): StripeError {
  const message =
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
    `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`
  return invalidRequest(message, { code: 'parameter_invalid_empty', param })
}

/** 400 for what is no whole number. */
export function notInteger(given: string, param: string): StripeError {
  return invalidRequest(`Invalid integer: ${given}`, { code: 'parameter_invalid_integer', param })
}

/** 400 for what is no number. */
export function notDecimal(given: string, param: string): StripeError {
  return invalidRequest(`Invalid decimal: ${given}`, { param })
}

/** 400 for what is neither `true` nor `false`. */
export function notBoolean(given: string, param: string): StripeError {
  return invalidRequest(`Invalid boolean: ${given}`, { param })
}

/** 400 for a word that is not one of the allowed. */
export function notOneOf(words: readonly string[], param: string): StripeError {
  return invalidRequest(`Invalid ${param}: ${sayOneOf(words)}`, { param })
}

/** 400 for a nested value where a text belongs. */
export function notText(given: unknown, param: string): StripeError {
  return invalidRequest(`Invalid string: ${JSON.stringify(given)}`, { param })
}

/** 400 for a text where elements belong. */
export function notArray(param: string): StripeError {
  return invalidRequest('Invalid array', { param })
}

/** 400 for a text where named values belong. */
export function notObject(param: string): StripeError {
  return invalidRequest('Invalid object', { param })
}

function sayOneOf(words: readonly string[]): string {
  if (words.length < 3) return `must be one of ${words.join(' or ')}`
  return `must be one of ${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`
}
