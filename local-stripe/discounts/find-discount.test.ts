import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'

/** A shop with a coupon, and sessions of $25.00 to which discounts are applied. */
async function setUp(t: TestContext, coupon: Stripe.CouponCreateParams = { percent_off: 10 }) {
  const setup = await localStripeForTest(t)
  const { stripe } = setup
  const { id } = await stripe.coupons.create(coupon)
  const promotion = { type: 'coupon' as const, coupon: id }
  const code = async (more: Partial<Stripe.PromotionCodeCreateParams> = {}) =>
    (await stripe.promotionCodes.create({ promotion, ...more })).id
  const apply = (
    discount: Stripe.Checkout.SessionCreateParams.Discount,
    more: Partial<Stripe.Checkout.SessionCreateParams> = {},
  ) => stripe.checkout.sessions.create(sessionParams({}, { discounts: [discount], ...more }))
  return { ...setup, coupon: id, code, apply }
}

const param = 'discounts[0][promotion_code]'

test('A coupon that is unknown, expired or used up cannot be applied.', async (t) => {
  const redeem_by = Math.floor(Date.now() / 1000) + 60
  const { control, coupon, apply } = await setUp(t, { percent_off: 10, redeem_by })
  assert.equal((await apply({ coupon })).amount_total, 2250)
  await assert.rejects(apply({ coupon: 'NONE' }), {
    statusCode: 400,
    code: 'resource_missing',
    message: "No such coupon: 'NONE'",
    param: 'discounts[0][coupon]',
  })
  await control('POST', '/clock/advance', { seconds: 61 })
  await assert.rejects(apply({ coupon }), { code: 'coupon_expired', message: `Coupon expired: ${coupon}` })
})

test('A redemption counts once the purchase is complete, and the last one ends the discount.', async (t) => {
  const { stripe, coupon, code, apply } = await setUp(t, {
    amount_off: 500,
    currency: 'usd',
    max_redemptions: 2,
  })
  const promotion_code = await code({ max_redemptions: 1 })
  const session = await apply({ promotion_code })
  assert.equal((await stripe.promotionCodes.retrieve(promotion_code)).times_redeemed, 0)
  assert.equal((await payWithCard(session)).status, 303)
  const redeemed = await stripe.promotionCodes.retrieve(promotion_code)
  assert.deepEqual([redeemed.times_redeemed, redeemed.active], [1, false])
  const used = { statusCode: 400, message: /has been used the maximum number of times\.$/, param }
  await assert.rejects(apply({ promotion_code }), used)
  assert.equal((await stripe.coupons.retrieve(coupon)).valid, true)
  assert.equal((await payWithCard(await apply({ coupon }))).status, 303)
  const { times_redeemed, valid } = await stripe.coupons.retrieve(coupon)
  assert.deepEqual([times_redeemed, valid], [2, false])
  await assert.rejects(apply({ coupon }), { message: `Coupon ${coupon} is used up and cannot be applied.` })
})

test('An inactive code, another customer’s and an unknown one are refused.', async (t) => {
  const { stripe, code, apply } = await setUp(t)
  const { id: customer } = await stripe.customers.create({ email: 'ann@example.com' })
  const inactive = await code({ active: false })
  const own = await code({ customer })
  await assert.rejects(apply({ promotion_code: inactive }), {
    statusCode: 400,
    message: /not active\.$/,
    param,
  })
  await assert.rejects(apply({ promotion_code: own }), {
    statusCode: 400,
    message: /another customer\.$/,
    param,
  })
  assert.equal((await apply({ promotion_code: own }, { customer })).amount_total, 2250)
  const missing = { code: 'resource_missing', message: "No such promotion code: 'promo_x'", param }
  await assert.rejects(apply({ promotion_code: 'promo_x' }), missing)
})

test('A code for first purchases is refused to customers who have paid.', async (t) => {
  const { stripe, code, apply } = await setUp(t)
  const { id: customer } = await stripe.customers.create({ email: 'ann@example.com' })
  const promotion_code = await code({ restrictions: { first_time_transaction: true } })
  const session = await apply({ promotion_code }, { customer })
  assert.equal((await payWithCard(session)).status, 303)
  await assert.rejects(apply({ promotion_code }, { customer }), {
    statusCode: 400,
    message: 'This promotion code cannot be redeemed because the associated customer has prior transactions.',
    param,
  })
})

test('A minimum amount must be reached, in a currency that has one.', async (t) => {
  const { stripe, code } = await setUp(t)
  const promotion_code = await code({
    restrictions: {
      minimum_amount: 2501,
      minimum_amount_currency: 'usd',
      currency_options: { eur: { minimum_amount: 2500 } },
    },
  })
  const apply = (currency: string) =>
    stripe.checkout.sessions.create(sessionParams({ currency }, { discounts: [{ promotion_code }] }))
  await assert.rejects(apply('usd'), { statusCode: 400, message: /minimum purchase of \$25\.01\.$/, param })
  await assert.rejects(apply('gbp'), { statusCode: 400, message: /no minimum amount in gbp\.$/, param })
  assert.equal((await apply('eur')).amount_total, 2250)
})
