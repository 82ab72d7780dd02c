import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorText } from './error-text.ts'

test('What not every database can store is left out of an error, and the rest is told', () => {
  assert.equal(errorText(new TypeError('no \u0000cup \uD800')), 'TypeError: no cup \uFFFD')
  assert.equal(errorText('茶杯'), '茶杯')
  assert.equal(errorText(undefined), 'undefined')
})
