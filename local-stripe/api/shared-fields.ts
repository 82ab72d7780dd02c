// Fields with a rule of their own that several resources take.
import { isCurrency, currencies } from '../money/currencies.ts'
import { clearable, integer, list, object, readString, text, type Field } from './fields.ts'
import { listItems, type FormValue } from './parse-form.ts'
import { invalidRequest } from './stripe-error.ts'

type Metadata = Record<string, string>

const mostKeys = 50
const longestKey = 40
const longestValue = 500
/** What '' for the whole of the metadata is read as. */
const noMetadata: Metadata = {}
/** The keys that were sent with '', by what else was sent. */
const emptied = new WeakMap<Metadata, string[]>()

/**
 * Metadata (https://docs.stripe.com/api/metadata): 50 keys of 40 letters, values of 500. A key with '' is left out, and
 * taken away by mergeMetadata.
 */
export function metadata(): Field<Metadata> {
  return {
    read(value, path) {
      if (value === '') return noMetadata
      if (typeof value === 'string') throw invalidRequest('Invalid object', { param: path })
      const entries = Object.entries(value).map(([key, item]) => [
        checkKey(key),
        readValue(item, `${path}[${key}]`),
      ])
      const given: Metadata = Object.fromEntries(entries.filter(([, item]) => item !== ''))
      emptied.set(
        given,
        entries.flatMap(([key = '', item]) => (item === '' ? [key] : [])),
      )
      return withinLimit(given)
    },
  }
}

/** Merges what a request gave into old metadata. Throws a 400 for more than 50 keys. */
export function mergeMetadata(old: Metadata, given: Metadata): Metadata {
  if (given === noMetadata) return {}
  const gone = emptied.get(given) ?? []
  const merged = Object.entries({ ...old, ...given }).filter(([key]) => !gone.includes(key))
  return withinLimit(Object.fromEntries(merged))
}

/** A currency of Stripe's, in small letters. */
export function currency(): Field<string> {
  return {
    read(value, path) {
      const given = readString(value, path).toLowerCase()
      if (isCurrency(given)) return given
      const message = `Invalid currency: ${given}. Stripe currently supports these currencies: ${currencies.join(', ')}`
      throw invalidRequest(message, { param: path })
    },
  }
}

/** An absolute http or https address. `{CHECKOUT_SESSION_ID}` in it is left as it is. */
export function webAddress(max = 5000): Field<string> {
  return {
    read(value, path) {
      const given = text(max).read(value, path)
      if (!/^[a-z][a-z\d+.-]*:/i.test(given)) {
        const message = 'Invalid URL: An explicit scheme (such as https) must be provided.'
        throw invalidRequest(message, { code: 'url_invalid', param: path })
      }
      if (!/^https?:/i.test(given) || !URL.canParse(given)) {
        throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: path })
      }
      return given
    },
  }
}

/** An e-mail address. */
export function emailAddress(): Field<string> {
  return {
    read(value, path) {
      const given = text(800).read(value, path)
      if (isEmail(given)) return given
      throw invalidRequest(`Invalid email address: ${given}`, { code: 'email_invalid', param: path })
    },
  }
}

/** Whether a text can be an e-mail address. */
export function isEmail(value: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(value)
}

/** A moment, or a range of moments (`created[gte]=…`), in seconds. */
export function moment(): Field<{ gt?: number; gte?: number; lt?: number; lte?: number }> {
  const range = object({ gt: integer(), gte: integer(), lt: integer(), lte: integer() })
  return {
    read(value, path) {
      if (typeof value !== 'string') return definedOnly(range.read(value, path))
      const exact = integer().read(value, path)
      return { gte: exact, lte: exact }
    },
  }
}

/** An address with a person's name, as shipping wants it. */
export function addressFields() {
  return object({
    city: clearable(),
    country: clearable(),
    line1: clearable(),
    line2: clearable(),
    postal_code: clearable(),
    state: clearable(),
  })
}

/** Up to `max` texts. */
export function texts(max: number): Field<string[]> {
  return list(text(), max)
}

/** Whatever was sent, numbers and booleans told from texts: for settings that are only kept and given back. */
export function asSent(): Field<unknown> {
  return { read: (value) => plain(value) }
}

function plain(value: FormValue): unknown {
  if (typeof value !== 'string') {
    const items = listItems(value)
    if (items !== null && items.length > 0) return items.map(([, item]) => plain(item))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  }
  if (value === 'true' || value === 'false') return value === 'true'
  if (value === '') return null
  return /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function withinLimit(all: Metadata): Metadata {
  const count = Object.keys(all).length
  if (count <= mostKeys) return all
  throw invalidRequest(`Metadata can have up to ${mostKeys} keys, but you've set ${count}.`)
}

function checkKey(key: string): string {
  if (/[[\]]/.test(key))
    throw invalidRequest(`Metadata keys can't include square brackets. Invalid key: ${key}`)
  if (key.length <= longestKey) return key
  throw invalidRequest(
    `Metadata keys can have up to ${longestKey} characters, but you passed in a key that is ${key.length} characters. ` +
      `Invalid key: ${key}`,
  )
}

function readValue(value: FormValue, path: string): string {
  const given = readString(value, path)
  if (given.length <= longestValue) return given
  throw invalidRequest(
    `Metadata values can have up to ${longestValue} characters, but you passed in a value that is ${given.length} ` +
      `characters. Invalid value: ${given}`,
  )
}
