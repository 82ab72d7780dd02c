// Stripe's objects as objects.json describes them, read once when the first of them is asked for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As much of JSON Schema as objects.json uses. */
export type Schema = {
  $ref?: string
  anyOf?: Schema[]
  type?: string | string[]
  const?: string
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: false | Schema
  'x-expands'?: string[]
}

export const objectsFile = join(import.meta.dirname, 'objects.json')

let schemas: Record<string, Schema> | undefined

/** The schema of an object by the word in its `object`, or of a type by its name; null when there is none. */
export function schemaOf(name: string): Schema | null {
  schemas ??= readSchemas()
  return Object.hasOwn(schemas, name) ? (schemas[name] ?? null) : null
}

function readSchemas(): Record<string, Schema> {
  const { $defs }: { $defs: Record<string, Schema> } = JSON.parse(readFileSync(objectsFile, 'utf8'))
  return $defs
}

/** The schemas of what may stand at a place and has members: references followed, lists and arrays entered. */
export function nestedIn(schema: Schema): Schema[] {
  if (schema.$ref !== undefined) {
    const target = schemaOf(schema.$ref.slice('#/$defs/'.length))
    return target === null ? [] : nestedIn(target)
  }
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(nestedIn)
  if (schema.items !== undefined) return nestedIn(schema.items)
  return schema.properties === undefined ? [] : [schema]
}

/** The names of what a place can be expanded to; null when it cannot be expanded. */
export function expandsTo(schema: Schema): string[] | null {
  return schema['x-expands'] ?? schema.items?.['x-expands'] ?? null
}
