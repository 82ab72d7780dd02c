// How parameters are described and read: a field turns what the form holds into a value or refuses it in Stripe's
// words. Built once when the process starts, so that a request compiles nothing.
import * as errors from './parameter-errors.ts'
import { listItems, type Form, type FormValue } from './parse-form.ts'
import { invalidRequest, missing } from './stripe-error.ts'

export type Field<T> = {
  read(value: FormValue, path: string): T
  needed?: boolean
  /** The fields of an object. */
  fields?: Fields
  /** What a list consists of. */
  element?: Field<unknown>
}
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
      if (given === '') throw errors.emptyValue(path)
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
      if (given === '') throw errors.emptyValue(path)
      if (!/^-?\d{1,15}$/.test(given)) throw errors.notInteger(given, path)
      const number = Number(given)
      if (bounds.min !== undefined && number < bounds.min) throw tooLow(path, bounds.min)
      if (bounds.max !== undefined && number > bounds.max) {
        throw tooHigh({ given, path, max: bounds.max })
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
      throw errors.notBoolean(readString(value, path), path)
    },
  }
}

/** One of the given words. */
export function choice<const V extends string>(...allowed: V[]): Field<V> {
  return {
    read(value, path) {
      const given = readString(value, path)
      const found = allowed.find((word) => word === given)
      if (found === undefined) throw errors.notOneOf(allowed, path)
      return found
    },
  }
}

/** A list of at most `max` elements. */
export function list<T>(element: Field<T>, max = 1000): Field<T[]> {
  return {
    element,
    read(value, path) {
      if (value === '') return []
      const items = typeof value === 'string' ? null : listItems(value)
      if (items === null) throw errors.notArray(path)
      if (items.length > max) {
        throw invalidRequest(`Array ${path} exceeded maximum ${max} allowed elements.`, { param: path })
      }
      return items.map(([index, item]) => element.read(item, `${path}[${index}]`))
    },
  }
}

/** Named fields. */
export function object<F extends Fields>(fields: F): Field<ValuesOf<F>> {
  return {
    fields,
    read(value, path) {
      if (typeof value === 'string') throw errors.notObject(path)
      return readFields({ form: value, fields, path })
    },
  }
}

/** A field that may be emptied: '' means unset and becomes null. */
export function emptyable<T>(field: Field<T>): Field<T | null> {
  return { ...field, read: (value, path) => (value === '' ? null : field.read(value, path)) }
}

/** Reads the fields of a form; `path` is where the form stands in the request ('' at the top). */
export function readFields<F extends Fields>(input: { form: Form; fields: F; path?: string }): ValuesOf<F> {
  const { form, fields, path = '' } = input
  const strangers = Object.keys(form).filter((name) => !Object.hasOwn(fields, name))
  if (strangers.length > 0) throw errors.unknownParameters(strangers.map((name) => errors.join(path, name)))
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = form[name]
    if (value === undefined && field.needed) throw missing(errors.join(path, name))
    values[name] = value === undefined ? undefined : field.read(value, errors.join(path, name))
  }
  return values as ValuesOf<F>
}

/** The text of a value; a nested one is refused in Stripe's words. */
export function readString(value: FormValue, path: string): string {
  if (typeof value === 'string') return value
  throw errors.notText(value, path)
}

function tooLow(param: string, min: number): Error {
  const message = `This value must be greater than or equal to ${min}.`
  return invalidRequest(message, { code: 'parameter_invalid_integer', param })
}

function tooHigh(fault: { given: string; path: string; max: number }): Error {
  const message = `Invalid integer: ${fault.given}. It must be at most ${fault.max}.`
  return invalidRequest(message, { code: 'parameter_invalid_integer', param: fault.path })
}

function tooLong(fault: { given: string; path: string; max: number }): Error {
  const { given, path, max } = fault
  const message = `Invalid string: ${given.slice(0, 20)}…${given.slice(-10)}; must be at most ${max} characters`
  return invalidRequest(message, { param: path })
}
