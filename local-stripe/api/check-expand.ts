// What `expand[]` asks for, held against the types of the answer before anything is done
// (https://docs.stripe.com/api/expanding_objects): four levels, `data` in lists being one of them.
import { expandsTo, nestedIn, schemaOf, type Schema } from '../schemas/objects.ts'
import { hasOldShape, type ApiVersion } from './api-version.ts'
import { readString } from './fields.ts'
import { notArray } from './parameter-errors.ts'
import { listItems, type FormValue } from './parse-form.ts'
import { invalidRequest, type StripeError } from './stripe-error.ts'

const deepest = 4

/**
 * The paths asked for by `expand[]=a.b` or `expand[0]=a.b`, by the names that they have in the newest version. Throws a
 * 400 when one is too deep.
 */
export function readExpand(value: FormValue | undefined, version: ApiVersion): string[][] {
  if (value === undefined || value === '') return []
  const items = typeof value === 'string' ? null : listItems(value)
  if (items === null) throw notArray('expand')
  return items.map(([index, item]) => {
    const path = readString(item, `expand[${index}]`).split('.')
    if (path.length <= deepest) return hasOldShape(version.name) ? newerPath(path) : path
    const message = `You cannot expand more than ${deepest} levels of a property. Property: ${path.join('.')}`
    throw invalidRequest(message, { code: 'property_expansion_max_depth' })
  })
}

/** Until 2022-11-15 a PaymentIntent had its charges inside: what is expanded in them is so in the latest. */
function newerPath(path: string[]): string[] {
  const at = path.indexOf('charges')
  if (at === -1) return path
  return [...path.slice(0, at), 'latest_charge', ...path.slice(path[at + 1] === 'data' ? at + 2 : at + 1)]
}

/** Throws Stripe's 400 for a path that none of the answers has; `answers` are named as in operations.json. */
export function checkExpand(paths: string[][], answers: string[]): void {
  if (answers.length === 0) return
  for (const path of paths) {
    const inList = answers.some((answer) => answer.startsWith('list of ') || answer.startsWith('search of '))
    const words = answers.map((answer) => answer.replace(/^(?:list|search) of /, ''))
    const roots = words.flatMap((word) => schemaOf(word) ?? [])
    if (inList) checkInList(path, roots, answers)
    else checkPath(path, roots)
  }
}

function checkInList([first = '', ...rest]: string[], roots: Schema[], answers: string[]): void {
  if (first === 'total_count' && answers.some((answer) => answer.startsWith('search of '))) return
  if (first !== 'data') throw cannotExpand(first, ` You may want to try expanding 'data.${first}' instead.`)
  checkPath(rest, roots)
}

function checkPath(path: string[], roots: Schema[]): void {
  let places = roots
  for (const [index, name] of path.entries()) {
    const members = places.flatMap(({ properties }) =>
      properties && Object.hasOwn(properties, name) ? [properties[name] ?? {}] : [],
    )
    const nested = members.flatMap(nestedIn)
    const targets = members.map(expandsTo)
    if (nested.length === 0 && targets.every((words) => words === null)) {
      throw cannotExpand(path.slice(0, index + 1).join('.'))
    }
    // What is nowhere described is never there either, so nothing in it can be missed.
    if (nested.length === 0) return
    places = nested
  }
}

function cannotExpand(path: string, hint = ''): StripeError {
  return invalidRequest(`This property cannot be expanded (${path}).${hint}`)
}
