import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { decimalText, formatMoney } from './format-money.ts'

const written: [amount: number, currency: string, en: string, zhCN: string][] = [
  [1250, 'usd', '$12.50', 'US$12.50'],
  [1250, 'eur', '€12.50', '€12.50'],
  [1250, 'cny', 'CN¥12.50', '¥12.50'],
  [1250, 'jpy', '¥1,250', 'JP¥1,250'],
  [0, 'usd', '$0.00', 'US$0.00'],
  [0, 'jpy', '¥0', 'JP¥0'],
  [1, 'usd', '$0.01', 'US$0.01'],
  [9, 'cny', 'CN¥0.09', '¥0.09'],
  [1, 'jpy', '¥1', 'JP¥1'],
  [-1, 'usd', '-$0.01', '-US$0.01'],
  [-1250, 'eur', '-€12.50', '-€12.50'],
  [-1250, 'jpy', '-¥1,250', '-JP¥1,250'],
  [99_999_999, 'usd', '$999,999.99', 'US$999,999.99'],
  [99_999_999, 'cny', 'CN¥999,999.99', '¥999,999.99'],
  [99_999_999, 'jpy', '¥99,999,999', 'JP¥99,999,999'],
]

for (const [amount, currency, en, zhCN] of written) {
  test(`${amount} ${currency} is ${en} in English and ${zhCN} in Chinese`, () => {
    assert.equal(formatMoney({ amount, currency }, 'en'), en)
    assert.equal(formatMoney({ amount, currency }, 'zh-CN'), zhCN)
  })
}

test('The largest amount there can be loses no cent', () => {
  const amount = Number.MAX_SAFE_INTEGER

  assert.equal(formatMoney({ amount, currency: 'usd' }, 'en'), '$90,071,992,547,409.91')
  assert.equal(formatMoney({ amount: -amount, currency: 'usd' }, 'en'), '-$90,071,992,547,409.91')
  assert.equal(formatMoney({ amount, currency: 'jpy' }, 'en'), '¥9,007,199,254,740,991')
})

test('Stripe’s count of decimals is shown where Intl has another: 100 huf are one forint', () => {
  assert.match(formatMoney({ amount: 150, currency: 'huf' }, 'en'), /1\.50$/)
  assert.match(formatMoney({ amount: 1500, currency: 'kwd' }, 'en'), /1\.500$/)
})

for (const amount of [0.5, 12.3, Number.NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER + 1, 1e21]) {
  test(`${amount} is no amount, and is refused rather than rounded`, () => {
    assert.throws(() => formatMoney({ amount, currency: 'usd' }, 'en'), RangeError)
    assert.throws(() => decimalText(amount, 2), RangeError)
  })
}

test('Decimal digits say the very amount: read back as minor units they are the same', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3), (amount, decimals) => {
      const text = decimalText(amount, decimals)

      assert.match(text, decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`))
      assert.equal(BigInt(text.replace('.', '')), BigInt(amount))
    }),
  )
})

test('Decimal digits have one zero before the point, and no more', () => {
  assert.deepEqual(
    [0, 5, 50, 500, -5].map((amount) => decimalText(amount, 2)),
    ['0.00', '0.05', '0.50', '5.00', '-0.05'],
  )
  assert.deepEqual(
    [0, 7, -7].map((amount) => decimalText(amount, 0)),
    ['0', '7', '-7'],
  )
})

test('Two amounts that differ by one minor unit never read the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_998 }),
      fc.constantFrom('usd', 'cny', 'eur', 'jpy'),
      fc.constantFrom('en', 'zh-CN'),
      (amount, currency, locale) => {
        const [less, more] = [amount, amount + 1].map((each) =>
          formatMoney({ amount: each, currency }, locale),
        )
        assert.notEqual(less, more)
      },
    ),
  )
})
