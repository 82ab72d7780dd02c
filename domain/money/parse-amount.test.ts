import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencies, decimalsOf } from './currency.ts'
import { decimalText } from './format-money.ts'
import { isTooLarge, parseAmount } from './parse-amount.ts'

test('An amount is read in whole units of its currency.', () => {
  assert.equal(parseAmount('12', 'usd'), 1200)
  assert.equal(parseAmount('12.5', 'usd'), 1250)
  assert.equal(parseAmount(' 1,234.05 ', 'cny'), 123405)
  assert.equal(parseAmount('1200', 'jpy'), 1200)
  assert.equal(parseAmount('１２．５０', 'cny'), 1250)
  assert.equal(parseAmount('0', 'eur'), 0)
  assert.equal(parseAmount('999999999999', 'usd'), 99999999999900)
})

test('What the shop writes it reads as the same.', () => {
  for (const currency of currencies)
    for (const amount of [0, 1, 99, 100, 123_456])
      assert.equal(parseAmount(decimalText(amount, decimalsOf(currency)), currency), amount)
})

for (const typed of [
  '',
  '-1',
  'NaN',
  'Infinity',
  '1e3',
  '0x10',
  '12,5',
  '1,23,456',
  '1.234',
  '.5',
  '.',
  '一百',
  '🍵',
  '1 2',
  '9'.repeat(13),
  '9'.repeat(10_000),
]) {
  test(`“${typed.slice(0, 20)}” is no amount of dollars.`, () => {
    assert.equal(parseAmount(typed, 'usd'), null)
  })
}

test('Yen have no decimals.', () => {
  assert.equal(parseAmount('12.5', 'jpy'), null)
  assert.equal(parseAmount('12.', 'jpy'), 12)
})

test('Figures that are too many for an amount are told from what is no figure.', () => {
  for (const typed of ['99999999999999999999', '１０００００００００００００', '9,999,999,999,999.50'])
    assert.equal(isTooLarge(typed), true, typed)
  for (const typed of ['', '12', '999999999999', 'ten', '-99999999999999', '9999999999999e9'])
    assert.equal(isTooLarge(typed), false, typed)
})
