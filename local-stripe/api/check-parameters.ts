// Every parameter of a request is held against what Stripe's own types say of its operation, before the route reads its
// fields: what nobody knows and what is of the wrong kind gets Stripe's refusal, what only Local Stripe lacks a 501.
import { operationAt, parametersOf } from '../schemas/operations.ts'
import { olderParameters } from '../schemas/older-parameters.ts'
import type { ParameterType, ParameterTypes } from '../schemas/parameter-types.ts'
import type { ApiVersion } from './api-version.ts'
import type { Field, Fields } from './fields.ts'
import * as errors from './parameter-errors.ts'
import { listItems, type Form, type FormValue } from './parse-form.ts'
import { notImitated } from './stripe-error.ts'

type Place = { path: string; version: ApiVersion }

/** Checks a form of an operation. Throws Stripe's 400s, and a 501 for what is not among the route's fields. */
export function checkParameters(
  operation: { method: string; path: string; fields: Fields },
  form: Form,
  version: ApiVersion,
): void {
  const type = operationAt(operation.method, operation.path)?.takes
  if (type === undefined) return
  const place = { path: '', version }
  checkObject(form, type, place)
  requireServed({ form, fields: operation.fields, path: '' })
}

function checkObject(form: Form, type: string, { path, version }: Place): void {
  const known = typesAt(type, version)
  const strangers = Object.keys(form).filter((name) => !Object.hasOwn(known, name))
  if (strangers.length > 0) throw errors.unknownParameters(strangers.map((name) => errors.join(path, name)))
  for (const [name, value] of Object.entries(form)) {
    checkValue(value, known[name] ?? 'any', { path: errors.join(path, name), version })
  }
}

/** The parameters of a type in a version: those of today and those that it still took. */
function typesAt(type: string, version: ApiVersion): ParameterTypes {
  const older = olderParameters.filter(({ of, until }) => of === type && isBefore(version, until))
  return Object.assign({}, parametersOf(type), ...older.map(({ parameters }) => parameters))
}

function isBefore(version: ApiVersion, until: string | undefined): boolean {
  return until === undefined || !version.asked || version.name.slice(0, 10) < until
}

function checkValue(value: FormValue, type: ParameterType, place: Place): void {
  if (value === '') {
    if (!takesEmpty(type)) throw errors.emptyValue(place.path)
  } else if (typeof type === 'string') {
    checkPlain(value, type.replace(/\?$/, ''), place)
  } else if (Array.isArray(type)) {
    if (!type.includes(textOf(value, place.path))) throw errors.notOneOf(type.filter(Boolean), place.path)
  } else if ('|' in type) {
    checkValue(value, suitable(type['|'], value), place)
  } else if ('[]' in type) {
    for (const [index, item] of itemsOf(value, place.path)) {
      checkValue(item, type['[]'], { ...place, path: `${place.path}[${index}]` })
    }
  } else {
    if (typeof value === 'string') throw errors.notObject(place.path)
    for (const [name, item] of Object.entries(value)) {
      checkValue(item, type['*'], { ...place, path: `${place.path}[${name}]` })
    }
  }
}

function checkPlain(value: FormValue, type: string, place: Place): void {
  if (type === 'any') return
  if (type.startsWith('#')) {
    if (typeof value === 'string') throw errors.notObject(place.path)
    checkObject(value, type.slice(1), place)
    return
  }
  const given = textOf(value, place.path)
  if (type === 'integer' && !/^-?\d+$/.test(given)) throw errors.notInteger(given, place.path)
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(given)) throw errors.notDecimal(given, place.path)
  if (type === 'boolean' && given !== 'true' && given !== 'false') throw errors.notBoolean(given, place.path)
}

/** Whether '' may stand there. Of a text the field decides, because Stripe unsets more of them than its types say. */
function takesEmpty(type: ParameterType): boolean {
  if (typeof type === 'string') return type.endsWith('?') || type === 'any' || type === 'string'
  return Array.isArray(type) ? type.includes('') : type['?'] === true
}

/** Of several kinds the one that a value can be meant as: a text is none of the nested ones, and a word before a number. */
function suitable(types: ParameterType[], value: FormValue): ParameterType {
  const fitting = types.filter((type) => isNested(type) === (typeof value === 'object'))
  const word = fitting.find((type) => Array.isArray(type) && type.some((one) => one === value))
  return word ?? fitting.find((type) => !Array.isArray(type)) ?? fitting[0] ?? types[0] ?? 'any'
}

function isNested(type: ParameterType): boolean {
  return typeof type === 'string' ? type.startsWith('#') : !Array.isArray(type)
}

function textOf(value: FormValue, path: string): string {
  if (typeof value === 'string') return value
  throw errors.notText(value, path)
}

function itemsOf(value: FormValue, path: string): [string, FormValue][] {
  const items = typeof value === 'string' ? null : listItems(value)
  if (items === null) throw errors.notArray(path)
  return items
}

/** Throws a 501 for a name that is none of the fields, at any depth at which the fields name theirs. */
function requireServed(at: { form: Form; fields: Fields; path: string }): void {
  for (const [name, value] of Object.entries(at.form)) {
    const path = errors.join(at.path, name)
    const field = at.fields[name]
    if (field === undefined) throw notImitated(`the parameter ${path}`, path)
    requireServedWithin(value, field, path)
  }
}

function requireServedWithin(value: FormValue, field: Field<unknown>, path: string): void {
  if (typeof value === 'string') return
  if (field.fields !== undefined) requireServed({ form: value, fields: field.fields, path })
  const { element } = field
  if (element === undefined) return
  for (const [index, item] of Object.entries(value)) requireServedWithin(item, element, `${path}[${index}]`)
}
