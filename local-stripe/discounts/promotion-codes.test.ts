import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

async function setUp(t: TestContext, coupon: Stripe.CouponCreateParams = { percent_off: 10 }) {
  const setup = await localStripeForTest(t)
  const { id } = await setup.stripe.coupons.create(coupon)
  const promotion = { type: 'coupon' as const, coupon: id }
  const create = (more: Partial<Stripe.PromotionCodeCreateParams> = {}) =>
    setup.stripe.promotionCodes.create({ promotion, ...more })
  return { ...setup, coupon: id, promotion, create }
}

test('A promotion code leads to its coupon and makes a code of its own.', async (t) => {
  const { stripe, coupon, create } = await setUp(t)
  const made = await create()
  assert.match(made.id, /^promo_/)
  assert.match(made.code, /^[A-Z0-9]{8}$/)
  assert.deepEqual(made.promotion, { coupon, type: 'coupon' })
  assert.deepEqual(made.restrictions, {
    first_time_transaction: false,
    minimum_amount: null,
    minimum_amount_currency: null,
  })
  assert.equal(made.active, true)
  const expanded = await stripe.promotionCodes.retrieve(made.id, { expand: ['promotion.coupon'] })
  assert.ok(typeof expanded.promotion.coupon === 'object')
  assert.equal(expanded.promotion.coupon?.percent_off, 10)
  const { data: events } = await stripe.events.list({ limit: 1 })
  assert.equal(events[0]?.type, 'promotion_code.created')
})

test('Its minimum amounts in other currencies are shown when they are asked for.', async (t) => {
  const { stripe, create } = await setUp(t)
  const { id, restrictions } = await create({
    code: 'Summer-2026',
    restrictions: {
      minimum_amount: 5000,
      minimum_amount_currency: 'usd',
      currency_options: { eur: { minimum_amount: 4500 } },
    },
  })
  assert.equal(restrictions.minimum_amount, 5000)
  assert.equal('currency_options' in restrictions, false)
  const expand = ['restrictions.currency_options']
  const currency_options = { jpy: { minimum_amount: 7000 } }
  const changed = await stripe.promotionCodes.update(id, { restrictions: { currency_options }, expand })
  assert.deepEqual(changed.restrictions.currency_options, {
    eur: { minimum_amount: 4500 },
    jpy: { minimum_amount: 7000 },
    usd: { minimum_amount: 5000 },
  })
})

test('A code is unique among the active ones, whatever its case.', async (t) => {
  const { stripe, create } = await setUp(t)
  const { id: customer } = await stripe.customers.create({ email: 'ann@example.com' })
  const { id: other } = await stripe.customers.create({ email: 'bob@example.com' })
  const taken = { statusCode: 400, message: 'An active promotion code with `code: summer` already exists.' }
  const first = await create({ code: 'SUMMER', customer })
  await assert.rejects(create({ code: 'summer', customer }), taken)
  await assert.rejects(create({ code: 'summer' }), taken)
  const second = await create({ code: 'summer', customer: other })
  await stripe.promotionCodes.update(first.id, { active: false })
  await stripe.promotionCodes.update(second.id, { active: false })
  const third = await create({ code: 'Summer' })
  await assert.rejects(stripe.promotionCodes.update(first.id, { active: true }), {
    message: 'An active promotion code with `code: SUMMER` already exists.',
  })
  const list = async (params: Stripe.PromotionCodeListParams) =>
    (await stripe.promotionCodes.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await list({ code: 'SuMMer' }), [third.id, second.id, first.id])
  assert.deepEqual(await list({ code: 'summer', active: true }), [third.id])
  assert.deepEqual(await list({ customer }), [first.id])
})

test('Promotion codes are listed by coupon; unknown coupons and customers are refused.', async (t) => {
  const { stripe, coupon, create } = await setUp(t)
  const { id } = await create()
  const { id: other } = await stripe.coupons.create({ percent_off: 20 })
  assert.deepEqual((await stripe.promotionCodes.list({ coupon })).data[0]?.id, id)
  assert.deepEqual((await stripe.promotionCodes.list({ coupon: other })).data, [])
  const missing = { statusCode: 400, code: 'resource_missing' }
  await assert.rejects(stripe.promotionCodes.list({ coupon: 'NONE' }), { ...missing, param: 'coupon' })
  await assert.rejects(stripe.promotionCodes.list({ customer: 'cus_x' }), { ...missing, param: 'customer' })
  const { id: customer } = await stripe.customers.create({})
  await stripe.customers.del(customer)
  await assert.rejects(create({ customer }), { ...missing, param: 'customer' })
})

test('An update tells what was before; what restricts a code cannot be changed.', async (t) => {
  const { stripe, create, call } = await setUp(t)
  const { id } = await create({ metadata: { a: '1' } })
  await stripe.promotionCodes.update(id, { active: false, metadata: '' })
  const { data: events } = await stripe.events.list({ type: 'promotion_code.updated' })
  assert.deepEqual(events[0]?.data.previous_attributes, { active: true, metadata: { a: '1' } })
  const body = 'restrictions[first_time_transaction]=true'
  const refused = await call('POST', `/v1/promotion_codes/${id}`, { body })
  assert.equal(refused.body.error.code, 'parameter_unknown')
  assert.equal((await stripe.promotionCodes.update(id, { active: true })).active, true)
})

test('A promotion code is over at expires_at, and cannot be made active again.', async (t) => {
  const { stripe, create, control } = await setUp(t)
  const { id } = await create({ expires_at: Math.floor(Date.now() / 1000) + 60 })
  await control('POST', '/clock/advance', { seconds: 61 })
  assert.equal((await stripe.promotionCodes.retrieve(id)).active, false)
  await assert.rejects(stripe.promotionCodes.update(id, { active: true }), {
    statusCode: 400,
    param: 'active',
  })
})

test('Without a version, or with an older one, the coupon may stand at the top.', async (t) => {
  const { call, coupon } = await setUp(t)
  const body = `coupon=${coupon}`
  const bare = await call('POST', '/v1/promotion_codes', { body })
  assert.equal(bare.body.promotion.coupon, coupon)
  const headers = { 'Stripe-Version': '2026-10-28.endive' }
  const newest = await call('POST', '/v1/promotion_codes', { body, headers })
  assert.deepEqual([newest.status, newest.body.error.code], [400, 'parameter_unknown'])
  const older = { 'Stripe-Version': '2025-08-27.basil' }
  assert.equal((await call('POST', '/v1/promotion_codes', { body, headers: older })).status, 200)
})

test('2020-08-27 shows the coupon inside the promotion code.', async (t) => {
  const { call, coupon, create } = await setUp(t)
  const { id } = await create()
  const headers = { 'Stripe-Version': '2020-08-27' }
  const { body } = await call('GET', `/v1/promotion_codes/${id}`, { headers })
  assert.equal(body.coupon.id, coupon)
  assert.equal(body.coupon.percent_off, 10)
  assert.equal('promotion' in body, false)
})

test('What no promotion code can be is refused in Stripe’s words.', async (t) => {
  const redeem_by = Math.floor(Date.now() / 1000) + 3600
  const { stripe, call, coupon } = await setUp(t, { percent_off: 10, max_redemptions: 5, redeem_by })
  const made = `promotion[type]=coupon&promotion[coupon]=${coupon}`
  const refusals: [body: string, param: string | undefined, message: RegExp][] = [
    ['code=SUMMER', 'promotion', /^Missing required param: promotion\.$/],
    [
      'promotion[type]=coupon',
      'promotion.coupon',
      /^You must pass promotion\.coupon when passing promotion$/,
    ],
    ['promotion[type]=coupon&promotion[coupon]=NONE', 'promotion[coupon]', /^No such coupon: 'NONE'$/],
    ['coupon=NONE', 'coupon', /^No such coupon: 'NONE'$/],
    [`promotion[coupon]=${coupon}`, 'promotion[type]', /^Missing required param/],
    [
      `${made}&code=has+spaces!`,
      'code',
      /must match the regex pattern\. .* does not match for the value has spaces!/,
    ],
    [`${made}&code=折扣`, 'code', /must match the regex pattern/],
    [`${made}&code=`, 'code', /empty string/],
    [`${made}&customer=cus_x`, 'customer', /^No such customer: 'cus_x'$/],
    [`${made}&expires_at=2000`, 'expires_at', /You specified the value `2000` which is in the past\.$/],
    [`${made}&expires_at=4102444800`, 'expires_at', /no more than five years in the future\.$/],
    [`${made}&expires_at=${redeem_by + 1}`, 'expires_at', /redeem_by/],
    [`${made}&max_redemptions=6`, 'max_redemptions', /./],
    [`${made}&max_redemptions=0`, 'max_redemptions', /./],
    [`${made}&restrictions[minimum_amount]=1`, 'restrictions[minimum_amount_currency]', /./],
    [`${made}&restrictions[minimum_amount_currency]=usd`, 'restrictions[minimum_amount]', /./],
    [`${made}&restrictions[currency_options][eur][minimum_amount]=5`, 'restrictions[minimum_amount]', /./],
    [`${made}&restrictions=none`, 'restrictions', /^Invalid object$/],
  ]
  for (const [body, param, message] of refusals) {
    const answer = await call('POST', '/v1/promotion_codes', { body })
    assert.equal(answer.status, 400, body)
    assert.equal(answer.body.error.param, param, body)
    assert.match(answer.body.error.message, message, body)
  }
  await assert.rejects(stripe.promotionCodes.retrieve('promo_x'), {
    statusCode: 404,
    message: "No such promotion code: 'promo_x'",
    param: 'promotion_code',
  })
  assert.equal((await stripe.promotionCodes.list()).data.length, 0)
})
