import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { endpointVersions, eventTypes } from './endpoint-choices.ts'

const declarations = new URL('resources/WebhookEndpoints.d.ts', import.meta.resolve('stripe'))
const types = readFileSync(fileURLToPath(declarations), 'utf8')

function listed(type: string): string[] {
  const union = new RegExp(`type ${type} = ([^;]*);`).exec(types)?.[1] ?? ''
  return [...union.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
}

test('The events that an endpoint may want are those of the pinned types, and the star.', () => {
  assert.deepEqual(['*', ...eventTypes], listed('EnabledEvent'))
})

test('The versions of an endpoint are those of the pinned types.', () => {
  assert.deepEqual(endpointVersions, listed('ApiVersion'))
})
