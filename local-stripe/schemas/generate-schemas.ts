// The command that writes what is known of Stripe's API from the pinned `stripe` package:
// node local-stripe/schemas/generate-schemas.ts. To be run after every change of that package's version.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeObjects } from './describe-objects.ts'
import { describeOperations } from './describe-operations.ts'
import { readStripePackage } from './stripe-package.ts'

const folder = import.meta.dirname

/** The text of both files; takes a few seconds. */
export function generateSchemas(): { 'objects.json': string; 'operations.json': string } {
  const stripe = readStripePackage()
  const from = { stripe: stripe.version, apiVersion: stripe.apiVersion }
  return {
    'objects.json': lineByLine({ ...from, $defs: describeObjects(stripe) }),
    'operations.json': lineByLine({ ...from, ...describeOperations(stripe) }),
  }
}

/** JSON with a line for each entry of each of its members, so that a change can be read. */
function lineByLine(file: object): string {
  const members = Object.entries(file).map(([name, value]) => `${JSON.stringify(name)}: ${entries(value)}`)
  return `{\n${members.join(',\n')}\n}\n`
}

function entries(value: unknown): string {
  if (Array.isArray(value)) return `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const lines = Object.entries(value).map(
    ([name, entry]) => `${JSON.stringify(name)}: ${JSON.stringify(entry)}`,
  )
  return `{\n${lines.join(',\n')}\n}`
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(generateSchemas())) writeFileSync(join(folder, name), text)
}
