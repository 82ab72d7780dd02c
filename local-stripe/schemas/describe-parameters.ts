// The parameters of operations from the package's types. Types that say the same under several names are said once.
import type ts from 'typescript'
import { decimals } from './described.ts'
import type { Operation, ParameterType, ParameterTypes } from './parameter-types.ts'
import type { StripePackage } from './stripe-package.ts'
import { elementOf, membersOf, partsOf, type Member, type Parts } from './type-parts.ts'

type Described = { operations: Record<string, Operation>; types: Record<string, ParameterTypes> }

/** Describes types of parameters one after the other: `take` gives a type's name, `finish` everything there is. */
export function describeParameters(stripe: StripePackage) {
  const types = new Map<string, ParameterTypes>()
  const take = (type: ts.Type): string => {
    const name = stripe.nameOf(type.symbol)
    if (!types.has(name)) {
      types.set(name, {})
      const members = membersOf(stripe.checker, type).map((member) => [
        member.name,
        describe(member.type, member),
      ])
      types.set(name, Object.fromEntries(members))
    }
    return name
  }
  const describe = (type: ts.Type, member: Member): ParameterType => {
    const parts = partsOf(stripe.checker, type, member)
    const nested = [
      ...parts.arrays.map((array) => ({ '[]': describe(elementOf(stripe.checker, array), member) })),
      ...parts.objects.map((object) => nestedType(object, member)),
    ]
    return emptyable(oneOf([...plainTypes(parts, member.name), ...nested]), parts.nullable)
  }
  const nestedType = (type: ts.Type, member: Member): ParameterType => {
    const map = stripe.checker.getIndexInfosOfType(type)[0]
    if (map !== undefined) return { '*': describe(map.type, member) }
    return type.symbol.name === 'FileData' ? 'file' : `#${take(type)}`
  }
  return {
    take,
    finish: (operations: Record<string, Operation>) =>
      mergeSame({ operations, types: Object.fromEntries(types) }),
  }
}

function plainTypes(parts: Parts, name: string): ParameterType[] {
  const closed = parts.words.length > 0 && !parts.string
  return [
    ...(closed ? [parts.words] : []),
    ...(parts.string || parts.decimal ? [parts.decimal ? 'number' : 'string'] : []),
    ...(parts.number ? [decimals.has(name) ? 'number' : 'integer'] : []),
    ...(parts.boolean ? ['boolean'] : []),
  ]
}

function oneOf(types: ParameterType[]): ParameterType {
  const [only] = types
  if (types.includes('string') && types.every((type) => typeof type === 'string' && !type.startsWith('#')))
    return 'string'
  if (only === undefined) return 'any'
  return types.length === 1 ? only : { '|': types }
}

function emptyable(type: ParameterType, nullable: boolean): ParameterType {
  if (!nullable) return type
  if (typeof type === 'string') return `${type}?`
  return Array.isArray(type) ? ['', ...type] : { ...type, '?': true }
}

/** Replaces types that say the same by the first of them, until no two do. */
function mergeSame(described: Described): Described {
  const first = new Map<string, string>()
  const renamed = new Map<string, string>()
  for (const [name, members] of Object.entries(described.types).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const said = JSON.stringify(members)
    const same = first.get(said)
    if (same === undefined) first.set(said, name)
    else renamed.set(name, same)
  }
  const types = Object.entries(described.types).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (renamed.size === 0) return { ...described, types: Object.fromEntries(types) }
  const kept = Object.fromEntries(types.filter(([name]) => !renamed.has(name)))
  return mergeSame(JSON.parse(JSON.stringify({ ...described, types: kept }, rename(renamed))))
}

function rename(names: Map<string, string>) {
  return (key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (key === 'takes') return names.get(value) ?? value
    if (!value.startsWith('#')) return value
    const mark = value.endsWith('?') ? '?' : ''
    const name = value.slice(1, value.length - mark.length)
    return `#${names.get(name) ?? name}${mark}`
  }
}
