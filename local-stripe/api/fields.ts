// How parameters are described and read: a field turns what the form holds into a value or refuses it in Stripe's
// words. Built once when the process starts, so that a request compiles nothing.
import { listItems, type Form, type FormValue } from './parse-form.ts'
import { invalidRequest, missing, notImitated } from './stripe-error.ts'

export type Field<T> = { read(value: FormValue, path: string): T; needed?: boolean }
export type Fields = Record<string, Field<unknown>>
export type ValueOf<F> = F extends Field<infer T> ? T : never
export type ValuesOf<F extends Fields> = {
  [K in keyof F]: F[K] extends { needed: true } ? ValueOf<F[K]> : ValueOf<F[K]> | undefined
}

/** Marks a field as one that must be sent. */
export function needed<T>(field: Field<T>): Field<T> & { needed: true } {
  return { ...field, needed: true }
}

/** A text that is not empty, of at most `max` letters. */
export function text(max = 5000): Field<string> {
  return {
    read(value, path) {
      const given = readString(value, path)
      if (given === '') throw emptyValue(path)
      if (given.length > max) throw tooLong({ given, path, max })
      return given
    },
  }
}

/** A text that may be emptied: '' means unset and becomes null. */
export function clearable(max = 5000): Field<string | null> {
  return { read: (value, path) => (value === '' ? null : text(max).read(value, path)) }
}

/** A whole number within bounds. */
export function integer(bounds: { min?: number; max?: number } = {}): Field<number> {
  return {
    read(value, path) {
      const given = readString(value, path)
      if (given === '') throw emptyValue(path)
      if (!/^-?\d{1,15}$/.test(given)) throw notInteger(`Invalid integer: ${given}`, path)
      const number = Number(given)
      if (bounds.min !== undefined && number < bounds.min) throw tooLow(path, bounds.min)
      if (bounds.max !== undefined && number > bounds.max) {
        throw notInteger(`Invalid integer: ${given}. It must be at most ${bounds.max}.`, path)
      }
      return number
    },
  }
}

/** `true` or `false`. */
export function flag(): Field<boolean> {
  return {
    read(value, path) {
      if (value === 'true' || value === 'false') return value === 'true'
      throw invalidRequest(`Invalid boolean: ${readString(value, path)}`, { param: path })
    },
  }
}

/** One of the given words. */
export function choice<const V extends string>(...allowed: V[]): Field<V> {
  const sentence = sayOneOf(allowed)
  return {
    read(value, path) {
      const given = readString(value, path)
      const found = allowed.find((word) => word === given)
      if (found === undefined) throw invalidRequest(`Invalid ${path}: ${sentence}`, { param: path })
      return found
    },
  }
}

/** A list of at most `max` elements. */
export function list<T>(element: Field<T>, max = 1000): Field<T[]> {
  return {
    read(value, path) {
      if (value === '') return []
      const items = typeof value === 'string' ? null : listItems(value)
      if (items === null) throw invalidRequest('Invalid array', { param: path })
      if (items.length > max) {
        throw invalidRequest(`Array ${path} exceeded maximum ${max} allowed elements.`, { param: path })
      }
      return items.map(([index, item]) => element.read(item, `${path}[${index}]`))
    },
  }
}

/** Named fields. `unserved` are names that Stripe knows and Local Stripe does not imitate: refused with a 501. */
export function object<F extends Fields>(fields: F, unserved: readonly string[] = []): Field<ValuesOf<F>> {
  return {
    read(value, path) {
      if (typeof value === 'string') throw invalidRequest('Invalid object', { param: path })
      return readFields({ form: value, fields, unserved, path })
    },
  }
}

/** Reads the fields of a form; `path` is where the form stands in the request ('' at the top). */
export function readFields<F extends Fields>(input: {
  form: Form
  fields: F
  unserved?: readonly string[]
  path?: string
}): ValuesOf<F> {
  const { form, fields, unserved = [], path = '' } = input
  refuseUnknown({ form, fields, unserved, path })
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = form[name]
    if (value === undefined && field.needed) throw missing(join(path, name))
    values[name] = value === undefined ? undefined : field.read(value, join(path, name))
  }
  return values as ValuesOf<F>
}

function refuseUnknown(input: {
  form: Form
  fields: Fields
  unserved: readonly string[]
  path: string
}): void {
  const { form, fields, unserved, path } = input
  const strangers = Object.keys(form).filter((name) => !Object.hasOwn(fields, name))
  const known = strangers.find((name) => unserved.includes(name))
  if (known !== undefined) throw notImitated(`the parameter ${join(path, known)}`, join(path, known))
  const names = strangers.map((name) => join(path, name))
  const [first] = names
  if (first === undefined) return
  const plural = names.length > 1 ? 's' : ''
  throw invalidRequest(`Received unknown parameter${plural}: ${names.join(', ')}`, {
    code: 'parameter_unknown',
    param: first,
  })
}

/** The text of a value; a nested one is refused in Stripe's words. */
export function readString(value: FormValue, path: string): string {
  if (typeof value === 'string') return value
  throw invalidRequest(`Invalid string: ${JSON.stringify(value)}`, { param: path })
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}[${name}]`
}

function sayOneOf(words: readonly string[]): string {
  if (words.length < 3) return `must be one of ${words.join(' or ')}`
  return `must be one of ${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`
}

function notInteger(message: string, param: string): Error {
  return invalidRequest(message, { code: 'parameter_invalid_integer', param })
}

function tooLow(param: string, min: number): Error {
  const message = `This value must be greater than or equal to ${min}.`
  return invalidRequest(message, { code: 'parameter_invalid_integer', param })
}

function emptyValue(param: string): Error {
  const message =
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
    `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`
  return invalidRequest(message, { code: 'parameter_invalid_empty', param })
}

function tooLong(fault: { given: string; path: string; max: number }): Error {
  const { given, path, max } = fault
  const message = `Invalid string: ${given.slice(0, 20)}…${given.slice(-10)}; must be at most ${max} characters`
  return invalidRequest(message, { param: path })
}
