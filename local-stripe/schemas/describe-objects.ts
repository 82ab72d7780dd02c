// JSON Schemas of Stripe's objects from the package's types, strict: nothing that a type does not name is allowed.
// `x-expands` names the objects that an id can be expanded to, or what is left out until it is expanded.
import type ts from 'typescript'
import { decimals, describedObjects, leftOut } from './described.ts'
import type { StripePackage } from './stripe-package.ts'
import { elementOf, membersOf, objectWord, partsOf, type Member, type Parts } from './type-parts.ts'

export type Schema = Record<string, unknown>

/** The schemas of the described objects and of all that stands in them, by name. */
export function describeObjects(stripe: StripePackage): Record<string, Schema> {
  const describer = new Describer(stripe)
  for (const { types } of stripe.resources) {
    for (const symbol of stripe.checker.getExportsOfModule(
      stripe.checker.getSymbolAtLocation(types) ?? none(),
    )) {
      describer.root(stripe.checker.getDeclaredTypeOfSymbol(symbol))
    }
  }
  return describer.finish()
}

class Describer {
  readonly #stripe: StripePackage
  readonly #schemas = new Map<string, Schema>()
  readonly #waiting: { name: string; type: ts.Type }[] = []

  constructor(stripe: StripePackage) {
    this.#stripe = stripe
  }

  /** Describes a type when it is one of the described objects. */
  root(type: ts.Type): void {
    if (!type.isClassOrInterface() || type.symbol.name.endsWith('Event')) return
    const word = objectWord(this.#stripe.checker, type)
    if (word !== null && describedObjects.has(word)) this.#reference(word, type)
  }

  finish(): Record<string, Schema> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#schemas.set(next.name, this.#members(next.type, next.name))
    }
    return Object.fromEntries([...this.#schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }

  #reference(name: string, type: ts.Type): Schema {
    if (!this.#schemas.has(name)) {
      this.#schemas.set(name, {})
      this.#waiting.push({ name, type })
    }
    return { $ref: `#/$defs/${name}` }
  }

  #members(type: ts.Type, name: string): Schema {
    const members = membersOf(this.#stripe.checker, type)
    const properties = members.map((member) => [member.name, this.#member(member, name)])
    const required = members.filter(({ optional }) => !optional).map((member) => member.name)
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      required,
      additionalProperties: false,
    }
  }

  #member(member: Member, of: string): Schema {
    const schema = this.#type(member.type, member)
    if (schema['x-expands'] !== undefined) return schema
    const list = partsOf(this.#stripe.checker, member.type, member).objects.find(
      ({ symbol }) => symbol.name === 'ApiList',
    )
    const absent = leftOut[of]?.includes(member.name) === true
    if (!member.optional || (list === undefined && !absent)) return schema
    const word = list && this.#word(elementOf(this.#stripe.checker, list))
    return { ...schema, 'x-expands': word === undefined ? [] : [`list of ${word}`] }
  }

  #type(type: ts.Type, member: Member): Schema {
    const parts = partsOf(this.#stripe.checker, type, member)
    const plain = plainSchemas(parts, member.name)
    const nested = parts.objects.filter((object) => !isPruned(parts, this.#word(object)))
    const schemas = [
      ...plain,
      ...parts.arrays.map((array) => ({ type: 'array', items: this.#type(this.#element(array), member) })),
      ...nested.map((object) => this.#object(object, member)),
    ]
    const expands = parts.string ? parts.objects.map((object) => this.#word(object)) : []
    return { ...either(schemas, parts.nullable), ...(expands.length > 0 && { 'x-expands': expands }) }
  }

  #object(type: ts.Type, member: Member): Schema {
    const { checker, nameOf } = this.#stripe
    if (type.symbol.name === 'ApiList') return listSchema(this.#type(this.#element(type), member))
    const map = checker.getIndexInfosOfType(type)[0]
    if (map !== undefined) return { type: 'object', additionalProperties: this.#type(map.type, member) }
    const word = objectWord(checker, type)
    if (word !== null && describedObjects.has(word)) return this.#reference(word, type)
    if (word !== null) return loose(word)
    const name = nameOf(type.symbol)
    if (name.startsWith('Event.Data.')) return { type: 'object' }
    return name === '__type' ? this.#members(type, name) : this.#reference(name, type)
  }

  #word(type: ts.Type): string {
    if (type.isUnion()) return 'object'
    return objectWord(this.#stripe.checker, type) ?? this.#stripe.nameOf(type.symbol)
  }

  #element(type: ts.Type): ts.Type {
    return elementOf(this.#stripe.checker, type)
  }
}

/** What an id could be expanded to and is nowhere described: only the id is ever there. */
function isPruned(parts: Parts, word: string): boolean {
  return parts.string && !describedObjects.has(word)
}

function plainSchemas(parts: Parts, name: string): Schema[] {
  return [
    ...(parts.words.length > 0 ? [wordsSchema(parts)] : []),
    ...(parts.string && parts.words.length === 0 ? [{ type: 'string' }] : []),
    ...(parts.decimal ? [{ type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }] : []),
    ...(parts.number ? [{ type: decimals.has(name) ? 'number' : 'integer' }] : []),
    ...(parts.boolean ? [{ type: 'boolean' }] : []),
  ]
}

function wordsSchema({ words, open }: Parts): Schema {
  const [only] = words
  if (words.length === 1 && !open) return { const: only }
  return { enum: words, ...(open && { 'x-open': true }) }
}

function either(schemas: Schema[], nullable: boolean): Schema {
  const [only] = schemas
  if (only === undefined) return nullable ? { type: 'null' } : {}
  if (!nullable) return schemas.length === 1 ? only : { anyOf: schemas }
  if (schemas.length > 1 || only['$ref'] !== undefined || only['const'] !== undefined) {
    return { anyOf: [...schemas, { type: 'null' }] }
  }
  if (Array.isArray(only['enum'])) return { ...only, enum: [...only['enum'], null] }
  return { ...only, type: [only['type'], 'null'] }
}

function listSchema(items: Schema): Schema {
  const properties = {
    object: { const: 'list' },
    data: { type: 'array', items },
    has_more: { type: 'boolean' },
    url: { type: 'string' },
  }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

function loose(word: string): Schema {
  return { type: 'object', properties: { object: { const: word } }, required: ['object'] }
}

function none(): never {
  throw new Error('A type file of the package exports nothing.')
}
