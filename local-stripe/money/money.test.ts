import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLargest, checkPaymentAmount, checkTotal } from './check-total.ts'
import { currencies, decimals, smallestStep } from './currencies.ts'
import { divideRounded } from './divide-rounded.ts'
import { dollarsFor } from './dollars-for.ts'
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

test('Every currency that Stripe charges has a rate, and can be written.', () => {
  for (const currency of currencies) {
    const rate = dollarsFor(currency)
    assert.ok(rate > 0 && (rate !== 1 || ['usd', 'bmd', 'bsd', 'pab'].includes(currency)), currency)
    assert.match(formatAmount({ amount: 100, currency }), /1/, currency)
    assert.throws(() => checkTotal({ amount: 1, currency }), /at least/, currency)
  }
})

test('Amounts have eight digits at most, and more where a unit is worth little.', () => {
  const most = {
    usd: 99_999_999,
    krw: 99_999_999,
    inr: 999_999_999,
    jpy: 9_999_999_999,
    idr: 999_999_999_999,
  }
  for (const [currency, amount] of Object.entries(most)) {
    assert.doesNotThrow(() => checkLargest({ amount, currency }, 'amount'), currency)
    assert.throws(() => checkLargest({ amount: amount + 1, currency }, 'amount'), /no more than/, currency)
  }
})

test('The amount of a PaymentIntent is refused in words of its own.', () => {
  assert.throws(
    () => checkPaymentAmount({ amount: 49, currency: 'usd' }),
    /^Error: Amount must be at least \$0\.50 usd$/,
  )
  assert.throws(
    () => checkPaymentAmount({ amount: 300, currency: 'cny' }),
    /Amount must convert to at least 50 cents\. ¥3\.00 converts to approximately \$0\.47\./,
  )
  assert.throws(() => checkPaymentAmount({ amount: 0, currency: 'usd' }), /at least/)
})

type Part = [amount: number, times: number, by: number, step: number, part: number]
const parts: Part[] = [
  [1, 1, 2, 1, 1],
  [1, 1, 3, 1, 0],
  [5, 1, 2, 1, 3],
  [99_999_999, 999_999, 1_000_000, 1, 99_999_899],
  [1000, 1, 3, 100, 300],
  [1250, 1, 1, 100, 1300],
  [0, 1, 1, 10, 0],
]

test('Parts of amounts are rounded half up, to steps of the currency.', () => {
  for (const [amount, times, by, step, part] of parts) {
    assert.equal(divideRounded({ amount, times, by, step }), part, `${amount} * ${times} / ${by}`)
  }
})
