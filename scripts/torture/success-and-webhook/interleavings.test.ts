import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allInterleavings } from './interleavings.ts'

test('Every interleaving is there once: 210, each with every step, no event before the payment', () => {
  const all = allInterleavings()

  assert.equal(new Set(all.map((steps) => steps.join())).size, 210)
  assert.equal(all.length, 210)
  for (const steps of all) {
    assert.equal(new Set(steps).size, 7)
    assert.ok(steps.indexOf('find') < steps.indexOf('ask') && steps.indexOf('ask') < steps.indexOf('settle'))
    for (const event of ['webhook', 'twin', 'refund'] as const)
      assert.ok(steps.indexOf(event) > steps.indexOf('pay'))
  }
})
