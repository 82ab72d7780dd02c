// Expansion: ids are replaced by their objects, and what Stripe leaves out until it is asked for is put in.
import type { Account } from '../account.ts'
import { expandsTo, nestedIn, schemaOf, type Schema } from '../schemas/objects.ts'
import { listInside } from './list-inside.ts'

type Json = Record<string, unknown>
/** Where an object or a part of one stands: its schema, and what is hidden beside the whole object at the same place. */
type Place = { owner: string; schema: Schema; hidden: unknown }

/** The answer with every path expanded; the stored objects stay as they are. */
export function expand(account: Account, answer: object, paths: string[][]): object {
  if (paths.length === 0) return answer
  const copy: Json = structuredClone({ ...answer })
  for (const path of paths) expandObject(account, copy, path)
  return copy
}

/** Expands in one of Stripe's objects, or in each element of a list of them. */
function expandObject(account: Account, target: unknown, path: string[]): void {
  if (Array.isArray(target)) {
    for (const element of target) expandObject(account, element, path)
    return
  }
  if (!isJson(target)) return
  if (path[0] === 'data' && Array.isArray(target['data'])) {
    expandObject(account, target['data'], path.slice(1))
    return
  }
  const schema = schemaOf(String(target['object']))
  if (schema === null) return
  const owner = typeof target['id'] === 'string' ? target['id'] : ''
  const hidden: unknown = JSON.parse(account.store.hidden(owner))
  expandMember(account, target, { place: { owner, schema, hidden }, path })
}

function expandMember(
  account: Account,
  target: Json,
  { place, path }: { place: Place; path: string[] },
): void {
  const [name, ...rest] = path
  const member = name === undefined ? undefined : place.schema.properties?.[name]
  if (name === undefined || member === undefined) return
  const hidden = isJson(place.hidden) ? place.hidden[name] : undefined
  const words = expandsTo(member)
  if (words !== null) fill(account, target, { name, words, place, hidden })
  descend(account, target[name], { member, owner: place.owner, hidden, path: rest })
}

function fill(
  account: Account,
  target: Json,
  what: { name: string; words: string[]; place: Place; hidden: unknown },
): void {
  const { name, words, place, hidden } = what
  const value = target[name]
  const list = words.find((word) => word.startsWith('list of '))
  if (list !== undefined) {
    target[name] ??= listInside(account, {
      object: String(target['object']),
      id: place.owner,
      member: name,
      list,
    })
  } else if (value === undefined && hidden !== undefined) {
    target[name] = hidden
  } else {
    target[name] = Array.isArray(value) ? value.map((id) => objectOf(account, id)) : objectOf(account, value)
  }
  if (target[name] === undefined) delete target[name]
}

function objectOf(account: Account, id: unknown): unknown {
  return typeof id === 'string' ? (account.store.findAny(id) ?? id) : id
}

/** Goes on in one of Stripe's objects by its own schema, in a part of one by that of its member. */
function descend(
  account: Account,
  value: unknown,
  on: { member: Schema; owner: string; hidden: unknown; path: string[] },
): void {
  const { member, owner, hidden, path } = on
  if (path.length === 0) return
  if (Array.isArray(value)) {
    for (const element of value) descend(account, element, on)
    return
  }
  if (!isJson(value)) return
  const [part] = nestedIn(member)
  if (typeof value['object'] === 'string' || part === undefined) expandObject(account, value, path)
  else expandMember(account, value, { place: { owner, schema: part, hidden }, path })
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
