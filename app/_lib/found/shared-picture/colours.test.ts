import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { colours } from './colours.ts'

const tokens = readFileSync(new URL('../../../styles/tokens.css', import.meta.url), 'utf8')

test('Shared pictures have the light colours of the shop', () => {
  for (const [name, colour] of Object.entries(colours))
    assert.match(tokens, new RegExp(`--${name}: light-dark\\(${colour},`), name)
})
