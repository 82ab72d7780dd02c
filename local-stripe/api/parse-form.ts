// Stripe's parameters are forms with brackets: `line_items[0][price_data][currency]=usd`, `expand[]=line_items`.
// Only nesting is decided here; what a parameter must be is decided by fields.ts.
import { invalidRequest } from './stripe-error.ts'

export type FormValue = string | Form
export type Form = { [key: string]: FormValue }

const deepest = 12
const most = 5000
export const malformed =
  'Invalid request (check that your POST content type is application/x-www-form-urlencoded). ' +
  'If you have any questions, we can help at https://support.stripe.com/.'

/** The nested values of a form body or a query string. Throws a 400 for what is not a form. */
export function parseForm(text: string): Form {
  const form = emptyForm()
  if (text === '') return form
  const pairs = text.split('&')
  if (pairs.length > most) throw invalidRequest('Too many parameters.')
  for (const pair of pairs) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decode(equals === -1 ? pair : pair.slice(0, equals))
    put(form, splitName(name), equals === -1 ? '' : decode(pair.slice(equals + 1)))
  }
  return form
}

/** A list in a form is an object whose keys are the indexes; null when the keys say otherwise. */
export function listItems(form: Form): [index: string, value: FormValue][] | null {
  const entries = Object.entries(form)
  return entries.every(([key]) => /^\d{1,5}$/.test(key)) ? entries : null
}

function put(form: Form, path: string[], value: string): void {
  let place = form
  for (const [at, segment] of path.entries()) {
    const last = at === path.length - 1
    const key = segment === '' ? listKey(place, path[at + 1]) : segment
    const found = place[key]
    if (last) {
      if (typeof found === 'object') throw invalidRequest(`Invalid object`, { param: path.join('.') })
      place[key] = value
    } else if (typeof found === 'object') {
      place = found
    } else if (found === undefined) {
      place = place[key] = emptyForm()
    } else {
      throw invalidRequest('Invalid object', { param: key })
    }
  }
}

/** `a[][x]=1&a[][y]=2&a[][x]=3` is two elements: a new one begins where a key would repeat. */
function listKey(list: Form, next: string | undefined): string {
  const count = Object.keys(list).length
  const last = list[String(count - 1)]
  const continues = next !== undefined && typeof last === 'object' && !(next in last)
  return String(continues ? count - 1 : count)
}

function splitName(name: string): string[] {
  const bracket = name.indexOf('[')
  if (bracket === -1) return [name]
  const rest = name.slice(bracket)
  if (bracket === 0 || !/^(?:\[[^[\]]*\])+$/.test(rest)) throw invalidRequest(malformed)
  const path = [name.slice(0, bracket), ...rest.slice(1, -1).split('][')]
  if (path.length > deepest) throw invalidRequest(malformed)
  return path
}

function decode(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw invalidRequest(malformed)
  }
}

function emptyForm(): Form {
  return Object.create(null)
}
