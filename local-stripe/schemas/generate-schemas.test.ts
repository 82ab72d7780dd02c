import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { generateSchemas } from './generate-schemas.ts'

test('What is known of Stripe’s API is what the installed stripe package says: else run generate-schemas.ts.', () => {
  for (const [name, text] of Object.entries(generateSchemas())) {
    const written = readFileSync(join(import.meta.dirname, name), 'utf8')
    // Compared outside of assert, which would print half a megabyte.
    assert.ok(written === text, `${name} is not what the stripe package says.`)
  }
})
