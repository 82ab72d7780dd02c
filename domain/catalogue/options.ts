// What tells a product's variants apart, out of the database's JSON.
import { z } from 'zod'
import type { Option } from './product.ts'
import { bilingual } from './text.ts'

const key = z.string().regex(/^[a-z0-9-]+$/)
const options = z.array(
  z.object({ key, name: bilingual, values: z.array(z.object({ key, name: bilingual })) }),
)
const choices = z.record(key, key)

/** The options of a product; none where there is no JSON. Throws ZodError when it is of another shape. */
export function parseOptions(json: unknown): Option[] {
  return json === null ? [] : options.parse(json)
}

/** A variant's value for each option; none where there is no JSON. Throws ZodError when it is of another shape. */
export function parseChoices(json: unknown): Record<string, string> {
  return json === null ? {} : choices.parse(json)
}
