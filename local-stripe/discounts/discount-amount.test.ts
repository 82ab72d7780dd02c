import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Coupon } from '../store/stripe-types.ts'
import { discountAmount } from './discount-amount.ts'

const coupon: Coupon = {
  id: 'TEST',
  object: 'coupon',
  amount_off: null,
  created: 0,
  currency: null,
  duration: 'once',
  duration_in_months: null,
  livemode: false,
  max_redemptions: null,
  metadata: {},
  name: null,
  percent_off: null,
  redeem_by: null,
  times_redeemed: 0,
  valid: true,
}

test('A percentage is rounded to the nearest minor unit, the half up.', () => {
  const cases = [
    [10, 1250, 125],
    [33.33, 1250, 417],
    [0.01, 4999, 0],
    [0.01, 5000, 1],
    [12.5, 4, 1],
    [33.333333, 99_999_999, 33_333_333],
    [100, 99_999_999, 99_999_999],
    [50, 0, 0],
  ] as const
  for (const [percent_off, amount, off] of cases) {
    assert.equal(
      discountAmount({ ...coupon, percent_off }, { amount, currency: 'usd' }),
      off,
      `${percent_off}%`,
    )
  }
})

test('An amount off is never more than the amount, and exists in the coupon’s currencies alone.', () => {
  const amountOff = {
    ...coupon,
    amount_off: 500,
    currency: 'usd',
    currency_options: { eur: { amount_off: 450 }, usd: { amount_off: 500 } },
  }
  assert.equal(discountAmount(amountOff, { amount: 1250, currency: 'usd' }), 500)
  assert.equal(discountAmount(amountOff, { amount: 300, currency: 'usd' }), 300)
  assert.equal(discountAmount(amountOff, { amount: 1250, currency: 'eur' }), 450)
  assert.throws(
    () => discountAmount(amountOff, { amount: 1250, currency: 'gbp' }),
    /`TEST` cannot be applied/,
  )
})
