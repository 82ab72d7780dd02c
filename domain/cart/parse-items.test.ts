import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { parseItems } from './parse-items.ts'

test('Items of skus and quantities are a cart', () => {
  const items = [
    { sku: 'mug', quantity: 1 },
    { sku: 'pot', quantity: 99 },
  ]

  assert.deepEqual(parseItems(items), { ok: true, cart: items })
})

test('Whatever else an item says is left out: no price comes from a browser', () => {
  const item = { sku: 'mug', quantity: 1, price: 1, unit_amount: 1, currency: 'jpy', name: 'Gift' }

  assert.deepEqual(parseItems([item]), { ok: true, cart: [{ sku: 'mug', quantity: 1 }] })
})

test('Lines of the same sku are put together', () => {
  const items = [
    { sku: 'mug', quantity: 40 },
    { sku: 'mug', quantity: 59 },
  ]

  assert.deepEqual(parseItems(items), { ok: true, cart: [{ sku: 'mug', quantity: 99 }] })
})

test('Together they may be no more than 99: a hundred is refused, not cut', () => {
  const items = [
    { sku: 'mug', quantity: 40 },
    { sku: 'pot', quantity: 1 },
    { sku: 'mug', quantity: 60 },
  ]

  assert.deepEqual(codeOf(items), 'invalid-quantity')
})

test('Fifty different things are an order, fifty-one and two hundred are too many', () => {
  assert.equal(codeOf(things(50)), null)
  assert.equal(codeOf(things(51)), 'too-many-lines')
  assert.equal(codeOf(things(200)), 'too-many-lines')
})

test('An empty list is an empty cart', () => {
  assert.equal(codeOf([]), 'empty-cart')
})

for (const items of [
  undefined,
  null,
  'mug',
  1,
  true,
  {},
  { length: 1, 0: { sku: 'mug', quantity: 1 } },
  new Map(),
]) {
  test(`${JSON.stringify(items)} is not even a list of items`, () => {
    assert.equal(codeOf(items), 'invalid-items')
  })
}

const notItems = [
  null,
  'mug',
  1,
  [],
  ['mug', 1],
  {},
  { sku: 1, quantity: 1 },
  { sku: '', quantity: 1 },
  { sku: 'Mug', quantity: 1 },
  { sku: 'mug ', quantity: 1 },
  { sku: ['mug'], quantity: 1 },
  { sku: { toString: () => 'mug' }, quantity: 1 },
  { sku: "mug' OR 1=1 --", quantity: 1 },
  { sku: { contains: 'm' }, quantity: 1 },
  { sku: '__proto__', quantity: 1 },
  { sku: '青瓷', quantity: 1 },
  JSON.parse('{"__proto__": {"sku": "mug", "quantity": 1}}'),
]

for (const item of notItems) {
  test(`${JSON.stringify(item)} is no item`, () => {
    assert.equal(codeOf([{ sku: 'pot', quantity: 1 }, item]), 'invalid-items')
  })
}

for (const quantity of [
  0,
  -1,
  100,
  1e9,
  1.5,
  Number.NaN,
  Infinity,
  '1',
  '1e3',
  '',
  null,
  undefined,
  [1],
  {},
  true,
]) {
  test(`A quantity of ${inspect(quantity)} is refused, and the sku is named`, () => {
    assert.deepEqual(parseItems([{ sku: 'mug', quantity }]), {
      ok: false,
      problem: { code: 'invalid-quantity', sku: 'mug', maximum: 99 },
    })
  })
}

test('Whatever JSON there is, it is a cart or a problem, never an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(typeof parseItems(value).ok, 'boolean')
      assert.equal(typeof parseItems([value]).ok, 'boolean')
    }),
  )
})

function things(count: number): object[] {
  return Array.from({ length: count }, (_, number) => ({ sku: `thing-${number}`, quantity: 1 }))
}

function codeOf(items: unknown): string | null {
  const parsed = parseItems(items)
  return parsed.ok ? null : parsed.problem.code
}
