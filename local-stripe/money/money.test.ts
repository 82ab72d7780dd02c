import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTotal } from './check-total.ts'
import { decimals, smallestStep } from './currencies.ts'
import { formatAmount } from './format-amount.ts'

test('Decimals are Stripe’s, also where Intl says otherwise.', () => {
  const expected = { usd: 2, jpy: 0, krw: 0, clp: 0, kwd: 3, isk: 2, ugx: 2, huf: 2, twd: 2, idr: 2 }
  for (const [currency, places] of Object.entries(expected))
    assert.equal(decimals(currency), places, currency)
  assert.deepEqual([smallestStep('kwd'), smallestStep('isk'), smallestStep('usd')], [10, 100, 1])
})

test('Amounts read as Stripe writes them.', () => {
  assert.equal(formatAmount({ amount: 50, currency: 'usd' }), '$0.50')
  assert.equal(formatAmount({ amount: 300, currency: 'cny' }), '¥3.00')
  assert.equal(formatAmount({ amount: 500, currency: 'jpy' }), '¥500')
  assert.match(formatAmount({ amount: 17_500, currency: 'huf' }), /^Ft\s175\.00$/)
})

test('The smallest total is what converts to fifty cents.', () => {
  const smallest = { usd: 50, eur: 47, cny: 319, jpy: 75, gbp: 40 }
  for (const [currency, amount] of Object.entries(smallest)) {
    assert.doesNotThrow(() => checkTotal({ amount, currency }), currency)
    assert.throws(() => checkTotal({ amount: amount - 1, currency }), /amount/, currency)
  }
})
