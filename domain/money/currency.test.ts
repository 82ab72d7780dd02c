import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencies, decimalsOf, isCurrency } from './currency.ts'

// https://docs.stripe.com/currencies#zero-decimal
const zeroDecimal = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'
const threeDecimal = 'bhd jod kwd omr tnd'
const twoDecimal = 'usd eur cny gbp aud brl cad chf dkk hkd inr mxn nok nzd pln ron sek sgd thb twd zar'

const counts = { 0: zeroDecimal, 2: twoDecimal, 3: threeDecimal }

for (const [decimals, codes] of Object.entries(counts)) {
  for (const code of codes.split(' ')) {
    test(`Stripe's amounts in ${code} have ${decimals} decimals`, () => {
      assert.equal(decimalsOf(code), Number(decimals))
      assert.equal(decimalsOf(code.toUpperCase()), Number(decimals))
    })
  }
}

// These have no coins worth counting, and Stripe counts two decimals all the same.
for (const code of ['huf', 'isk', 'ugx', 'twd', 'all', 'lbp']) {
  test(`${code} is counted as Stripe counts it, with two decimals, whatever Intl says`, () => {
    assert.equal(decimalsOf(code), 2)
  })
}

test('The shop sells in cny, usd, eur and jpy, and in nothing else', () => {
  assert.deepEqual([...currencies], ['cny', 'usd', 'eur', 'jpy'])
  assert.ok(currencies.every(isCurrency))
  for (const other of [
    'USD',
    'Cny',
    'gbp',
    '',
    ' usd',
    'usd ',
    'toString',
    '__proto__',
    0,
    null,
    undefined,
    ['usd'],
  ])
    assert.equal(isCurrency(other), false, String(other))
})
