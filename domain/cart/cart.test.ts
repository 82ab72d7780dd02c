import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  addToCart,
  type Cart,
  isQuantity,
  isSku,
  maximumLines,
  maximumQuantity,
  mergeLines,
  putBack,
  readCart,
  setQuantity,
  writeCart,
} from './cart.ts'

const sku = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/)
const quantity = fc.integer({ min: 1, max: maximumQuantity })
const line = fc.record({ sku, quantity }, { noNullPrototype: true })
const cart: fc.Arbitrary<Cart> = fc.uniqueArray(line, {
  maxLength: maximumLines,
  selector: (each) => each.sku,
})

test('A cart that was written to its cookie is read back as it was', () => {
  fc.assert(fc.property(cart, (items) => assert.deepEqual(readCart(writeCart(items)), items)))
})

test('A cart’s cookie needs no escaping, and stays well below what browsers keep', () => {
  fc.assert(fc.property(cart, (items) => assert.match(writeCart(items), /^[a-z0-9:.-]*$/)))
  const largest = Array.from({ length: maximumLines }, () => ({ sku: 'a'.repeat(64), quantity: 99 }))
  assert.ok(writeCart(largest).length < 3800)
})

test('No text at all makes the cart fail: whatever it holds, what is read is a cart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const each of readCart(text)) assert.ok(isSku(each.sku) && isQuantity(each.quantity))
    }),
  )
})

const garbage: Record<string, string | undefined> = {
  nothing: undefined,
  'an empty text': '',
  dots: '....',
  colons: ':::',
  Chinese: '青瓷马克杯:2',
  emoji: '🍵:1.🛒:2',
  'half a surrogate': '\uD83D:1',
  JSON: '[{"sku":"mug","quantity":1}]',
  'a price': 'mug:1:100x',
  'a quantity of 0': 'mug:0',
  'a negative quantity': 'mug:-1',
  'a huge quantity': 'mug:100',
  'an exponent': 'mug:1e1',
  'a fraction': 'mug:1.5'.replace('1.5', '1,5'),
  'Arabic digits': 'mug:٣',
  'capital letters': 'MUG:1',
  'a sku of 65 letters': `${'a'.repeat(65)}:1`,
  __proto__: '__proto__:1',
}

for (const [what, text] of Object.entries(garbage)) {
  test(`A cookie with ${what} is an empty cart`, () => {
    const read = readCart(text)

    // A price behind the quantity is not looked at: what is before it counts.
    assert.deepEqual(read, what === 'a price' ? [{ sku: 'mug', quantity: 1 }] : [])
  })
}

test('One bad line loses no other', () => {
  assert.deepEqual(readCart('mug:2.壶:1.gaiwan:100.pot:3.'), [
    { sku: 'mug', quantity: 2 },
    { sku: 'pot', quantity: 3 },
  ])
})

test('A cookie of a megabyte is read without harm, and no more than fifty lines of it', () => {
  const huge = Array.from({ length: 100_000 }, (_, number) => `sku-${number}:1`).join('.')

  assert.equal(readCart(huge).length, maximumLines)
  assert.deepEqual(readCart('x'.repeat(1_000_000)), [])
})

test('Lines of the same sku become one, in the order in which they first came, with 99 units at most', () => {
  const lines = [
    { sku: 'mug', quantity: 60 },
    { sku: 'pot', quantity: 1 },
    { sku: 'mug', quantity: 60 },
  ]

  assert.deepEqual(mergeLines(lines), [
    { sku: 'mug', quantity: maximumQuantity },
    { sku: 'pot', quantity: 1 },
  ])
  assert.deepEqual(readCart('mug:60.pot:1.mug:60'), mergeLines(lines))
})

test('Adding adds to what is there, and to nothing else', () => {
  fc.assert(
    fc.property(cart, line, (before, added) => {
      const was = before.find((each) => each.sku === added.sku)?.quantity ?? 0
      const now = addToCart(before, added)

      assert.equal(
        now.find((each) => each.sku === added.sku)?.quantity,
        Math.min(was + added.quantity, maximumQuantity),
      )
      const others = (lines: Cart) => lines.filter((each) => each.sku !== added.sku)
      assert.deepEqual(others(now), others(before))
    }),
  )
})

test('Setting a quantity sets it, and to 0 takes the line out', () => {
  const before: Cart = [
    { sku: 'mug', quantity: 2 },
    { sku: 'pot', quantity: 1 },
  ]

  assert.deepEqual(setQuantity(before, { sku: 'mug', quantity: 5 }), [
    { sku: 'mug', quantity: 5 },
    { sku: 'pot', quantity: 1 },
  ])
  assert.deepEqual(setQuantity(before, { sku: 'mug', quantity: 0 }), [{ sku: 'pot', quantity: 1 }])
  assert.deepEqual(setQuantity(before, { sku: 'lid', quantity: 0 }), before)
  assert.deepEqual(setQuantity(before, { sku: 'lid', quantity: 1 }), [...before, { sku: 'lid', quantity: 1 }])
})

test('A line that is put back is where it was, as it was', () => {
  fc.assert(
    fc.property(cart, fc.nat(maximumLines), (before, number) => {
      const at = before.length > 0 ? number % before.length : 0
      const taken = before[at]
      if (taken) assert.deepEqual(putBack(before.toSpliced(at, 1), taken, at), before)
    }),
  )
})

test('A line that is put back twice, or was put in anew meanwhile, is there once, and as it was put in', () => {
  const before: Cart = [{ sku: 'mug', quantity: 2 }]

  assert.deepEqual(putBack(before, { sku: 'mug', quantity: 5 }, 0), before)
})

test('A place beyond the end is the end', () => {
  const lost = { sku: 'pot', quantity: 1 }

  assert.deepEqual(putBack([{ sku: 'mug', quantity: 2 }], lost, 999), [{ sku: 'mug', quantity: 2 }, lost])
})

const quantities: [value: unknown, good: boolean][] = [
  [1, true],
  [99, true],
  ...[
    0,
    -1,
    100,
    1e9,
    1.5,
    Number.NaN,
    Infinity,
    '1',
    '1e3',
    null,
    undefined,
    [1],
    { valueOf: () => 1 },
    true,
  ].map((value): [unknown, boolean] => [value, false]),
]

for (const [value, good] of quantities) {
  test(`${JSON.stringify(value)} (${typeof value}) is ${good ? 'a' : 'no'} quantity`, () => {
    assert.equal(isQuantity(value), good)
  })
}

test('A sku is small letters, digits and hyphens, at most 64, and begins with no hyphen', () => {
  for (const good of ['a', '0', 'celadon-mug-ink', 'a'.repeat(64)]) assert.ok(isSku(good), good)
  for (const bad of ['', '-a', 'A', 'a b', 'a.b', 'a:b', 'a\n', 'a'.repeat(65), '茶', 1, null, ['a'], {}])
    assert.equal(isSku(bad), false, JSON.stringify(bad))
})
