import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import type { Account } from '../account.ts'
import type { Session } from '../store/stripe-types.ts'
import { StripeError } from '../api/stripe-error.ts'
import { accountForTest } from '../testing/account-for-test.ts'
import { idOf, sessionParams } from '../testing/local-stripe-for-test.ts'
import {
  applyPromotionCode,
  changeQuantity,
  chooseOptionalItem,
  chooseShippingOption,
  removePromotionCode,
} from './change-session.ts'

const adjustable = { enabled: true, minimum: 0, maximum: 5 }
const item = (unit_amount: number, more: object = {}) => ({
  quantity: 1,
  price_data: { currency: 'usd', unit_amount, product_data: { name: 'Mug' } },
  ...more,
})

function stored(account: Account, { id }: { id: string }): Session {
  const session = account.store.find('checkout.session', id)
  assert.ok(session !== null)
  return session
}

function code(expected: string) {
  return (error: unknown) => error instanceof StripeError && error.details.code === expected
}

async function promotionCode(stripe: Stripe, more: Partial<Stripe.PromotionCodeCreateParams> = {}) {
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'once' })
  return stripe.promotionCodes.create({
    code: 'FRIEND',
    promotion: { type: 'coupon', coupon: coupon.id },
    ...more,
  })
}

test('A quantity is changed within its bounds, and 0 takes the item away unless it is the last.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const line_items = [item(1000, { adjustable_quantity: adjustable }), item(500)]
  const created = await stripe.checkout.sessions.create(sessionParams({}, { line_items }))
  const [mug, other] = account.store.children('item', created.id)
  assert.ok(mug !== undefined && other !== undefined)
  const change = (id: string, quantity: number) =>
    changeQuantity(account, stored(account, created), { item: id, quantity })
  assert.equal(change(mug.id, 5).amount_total, 5500)
  for (const quantity of [6, -1, 1.5]) assert.throws(() => change(mug.id, quantity), code('quantity_invalid'))
  assert.throws(() => change(other.id, 2), code('quantity_invalid'))
  assert.throws(() => change('li_x', 2), code('resource_missing'))
  assert.equal(change(mug.id, 0).amount_total, 500)
  const { data } = await stripe.checkout.sessions.listLineItems(created.id)
  assert.deepEqual(
    data.map((each) => each.id),
    [other.id],
  )
})

test('The last item of an order stays.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const line_items = [item(1000, { adjustable_quantity: adjustable })]
  const created = await stripe.checkout.sessions.create(sessionParams({}, { line_items }))
  const [mug] = account.store.children('item', created.id)
  const change = { item: mug?.id ?? '', quantity: 0 }
  assert.throws(() => changeQuantity(account, stored(account, created), change), code('order_empty'))
})

test('A promotion code is applied, whatever its case, and taken away again.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const promotion = await promotionCode(stripe)
  const created = await stripe.checkout.sessions.create(sessionParams({}, { allow_promotion_codes: true }))
  const applied = applyPromotionCode(account, stored(account, created), 'friend')
  assert.deepEqual([applied.amount_total, applied.total_details?.amount_discount], [2000, 500])
  assert.deepEqual(applied.discounts, [{ coupon: null, promotion_code: promotion.id }])
  const removed = removePromotionCode(account, applied)
  assert.deepEqual([removed.amount_total, removed.discounts], [2500, []])
})

test('A promotion code that cannot be used changes nothing.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  await promotionCode(stripe, { restrictions: { minimum_amount: 9900, minimum_amount_currency: 'usd' } })
  const open = await stripe.checkout.sessions.create(sessionParams({}, { allow_promotion_codes: true }))
  const closed = await stripe.checkout.sessions.create(sessionParams())
  assert.throws(() => applyPromotionCode(account, stored(account, open), 'FRIEND'), /minimum purchase/)
  assert.throws(() => applyPromotionCode(account, stored(account, open), 'FOE'), code('resource_missing'))
  assert.throws(
    () => applyPromotionCode(account, stored(account, closed), 'FRIEND'),
    code('promotion_codes_not_enabled'),
  )
  assert.equal(stored(account, open).amount_total, 2500)
})

test('A code for first-time customers needs a customer.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const promotion = await promotionCode(stripe, { restrictions: { first_time_transaction: true } })
  const create = (more: object) => stripe.checkout.sessions.create(sessionParams({}, more))
  const guest = await create({ allow_promotion_codes: true })
  const known = await create({ allow_promotion_codes: true, customer_creation: 'always' })
  assert.throws(() => applyPromotionCode(account, stored(account, guest), 'FRIEND'), /first-time customers/)
  assert.equal(applyPromotionCode(account, stored(account, known), 'FRIEND').amount_total, 2000)
  const discounts = [{ promotion_code: promotion.id }]
  await assert.rejects(create({ discounts }), { statusCode: 400, param: 'discounts[0][promotion_code]' })
})

test('A code that leaves less than can be charged is refused.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 99, duration: 'once' })
  await stripe.promotionCodes.create({ code: 'ALL', promotion: { type: 'coupon', coupon: coupon.id } })
  const created = await stripe.checkout.sessions.create(sessionParams({}, { allow_promotion_codes: true }))
  assert.throws(() => applyPromotionCode(account, stored(account, created), 'ALL'), code('amount_too_small'))
})

test('The discount follows the quantity.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const { id: coupon } = await stripe.coupons.create({ percent_off: 25, duration: 'once' })
  const line_items = [item(1000, { adjustable_quantity: adjustable })]
  const created = await stripe.checkout.sessions.create(
    sessionParams({}, { line_items, discounts: [{ coupon }] }),
  )
  const [mug] = account.store.children('item', created.id)
  const changed = changeQuantity(account, stored(account, created), { item: mug?.id ?? '', quantity: 4 })
  assert.deepEqual([changed.amount_subtotal, changed.amount_total], [4000, 3000])
})

const rate = (display_name: string, amount: number) => ({
  shipping_rate_data: { display_name, fixed_amount: { amount, currency: 'usd' } },
})

test('Another shipping option is chosen by its rate.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const created = await stripe.checkout.sessions.create(
    sessionParams({}, { shipping_options: [rate('Post', 0), rate('Express', 900)] }),
  )
  const express = idOf(created.shipping_options[1]?.shipping_rate)
  const chosen = chooseShippingOption(account, stored(account, created), express)
  assert.deepEqual(
    [chosen.amount_total, chosen.shipping_cost?.shipping_rate, chosen.total_details?.amount_shipping],
    [3400, express, 900],
  )
  assert.throws(() => chooseShippingOption(account, chosen, 'shr_x'), code('resource_missing'))
})

test('An optional item becomes a line item, and can be left out again.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const product_data = { name: 'Gift wrap' }
  const { id: price } = await stripe.prices.create({ currency: 'usd', unit_amount: 300, product_data })
  const created = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        optional_items: [
          { price, quantity: 1, adjustable_quantity: { enabled: true, minimum: 1, maximum: 2 } },
        ],
      },
    ),
  )
  assert.equal(created.optional_items?.[0]?.price, price)
  const choose = (quantity: number) =>
    chooseOptionalItem(account, stored(account, created), { item: price, quantity })
  assert.deepEqual([choose(1).amount_total, choose(2).amount_total], [2800, 3100])
  assert.throws(() => choose(3), code('quantity_invalid'))
  const { data } = await stripe.checkout.sessions.listLineItems(created.id)
  assert.deepEqual(
    data.map((each) => [each.description, each.quantity]),
    [
      ['Mug', 2],
      ['Gift wrap', 2],
    ],
  )
  assert.equal(choose(0).amount_total, 2500)
})

test('Nothing of an expired session can be changed.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  await promotionCode(stripe)
  const created = await stripe.checkout.sessions.create(sessionParams({}, { allow_promotion_codes: true }))
  await stripe.checkout.sessions.expire(created.id)
  assert.throws(
    () => applyPromotionCode(account, stored(account, created), 'FRIEND'),
    code('checkout_session_not_open'),
  )
})

test('The PaymentIntent of 2020-08-27 follows the total.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'once' })
  await stripe.promotionCodes.create({ code: 'OLD', promotion: { type: 'coupon', coupon: coupon.id } })
  const created = await stripe.checkout.sessions.create(
    { ...sessionParams({}, { allow_promotion_codes: true }) },
    { apiVersion: '2020-08-27' },
  )
  const applied = applyPromotionCode(account, stored(account, created), 'OLD')
  const intent = await stripe.paymentIntents.retrieve(applied.payment_intent ?? '')
  assert.equal(intent.amount, 2000)
})
