import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maximumCharge, minimumCharge, missingToCharge } from './charge-limits.ts'
import { currencies, decimalsOf } from './currency.ts'
import { decimalText } from './format-money.ts'

test('Stripe’s own least charges are kept: fifty cents of a dollar and of a euro', () => {
  assert.equal(minimumCharge('usd'), 50)
  assert.equal(minimumCharge('eur'), 50)
})

// https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts: worth half a dollar once converted.
test('The least charges in yuan and yen are above half a dollar at the weakest rates of the last ten years', () => {
  const mostPerDollar = { cny: 7.4, jpy: 162 }

  assert.ok(minimumCharge('cny') / 100 / mostPerDollar.cny > 0.5)
  assert.ok(minimumCharge('jpy') / mostPerDollar.jpy > 0.5)
})

test('The largest charge has eight digits in every currency, and is more than the least', () => {
  for (const currency of currencies) {
    assert.equal(decimalText(maximumCharge(), decimalsOf(currency)).replace('.', '').length, 8)
    assert.ok(minimumCharge(currency) < maximumCharge())
  }
})

test('A total lacks what makes it the least that can be charged, and then nothing', () => {
  assert.deepEqual(
    [0, 1, 49, 50, 51].map((total) => missingToCharge(total, 'usd')),
    [50, 49, 1, null, null],
  )
})
