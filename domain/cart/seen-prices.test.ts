import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { maximumLines } from './cart.ts'
import { amountBefore, readSeenPrices, writeSeenPrices } from './seen-prices.ts'

const amounts = new Map([
  ['mug', 2400],
  ['gaiwan', 0],
])

test('Prices that were written to their cookie are read back as they were', () => {
  const seen = { currency: 'usd', amounts } as const

  assert.equal(writeSeenPrices(seen), 'usd.mug:2400.gaiwan:0')
  assert.deepEqual(readSeenPrices('usd.mug:2400.gaiwan:0'), seen)
})

test('The prices of the largest cart of the dearest things fit into a cookie', () => {
  const dearest = Array.from({ length: maximumLines }, (_, number): [string, number] => [
    `${number}`.padEnd(64, 'a'),
    2_147_483_647,
  ])

  assert.ok(`seen=${writeSeenPrices({ currency: 'usd', amounts: new Map(dearest) })}`.length < 4096)
})

for (const text of [undefined, '', 'mug:2400', 'xxx.mug:1', 'USD.mug:1', '茶', '{"currency":"usd"}']) {
  test(`A cookie of ${JSON.stringify(text)} has seen nothing`, () => {
    assert.equal(readSeenPrices(text), null)
  })
}

test('One bad price loses no other', () => {
  const text = 'usd.mug:2400.:1.<b>:2.pot:-1.pot:1e9.pot:1,5.pot:99999999999.pot.__proto__:1.gaiwan:0'

  assert.deepEqual(readSeenPrices(text)?.amounts, amounts)
})

test('No text at all makes it fail, and no more than fifty prices are read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const amount of readSeenPrices(`usd.${text}`)?.amounts.values() ?? [])
        assert.ok(Number.isSafeInteger(amount) && amount >= 0)
    }),
  )
  const huge = Array.from({ length: 100_000 }, (_, number) => `sku-${number}:1`).join('.')
  assert.equal(readSeenPrices(`usd.${huge}`)?.amounts.size, maximumLines)
})

test('A price has changed when it was seen at another amount in the same currency, and only then', () => {
  const seen = { currency: 'usd', amounts } as const
  const before = (sku: string, unitAmount: number, currency: 'usd' | 'cny' = 'usd') =>
    amountBefore(seen, { sku, unitAmount, currency })

  assert.equal(before('mug', 2200), 2400)
  assert.equal(before('gaiwan', 100), 0)
  assert.equal(before('mug', 2400), null)
  assert.equal(before('pot', 2200), null)
  assert.equal(before('mug', 16800, 'cny'), null)
  assert.equal(amountBefore(null, { sku: 'mug', unitAmount: 1, currency: 'usd' }), null)
})
