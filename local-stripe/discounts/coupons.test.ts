import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

test('A coupon takes a percentage once, unless it is said otherwise, and has an id of eight letters.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 22.5 })
  assert.match(coupon.id, /^[A-Za-z0-9]{8}$/)
  const { percent_off, amount_off, currency, duration, times_redeemed, valid } = coupon
  assert.deepEqual([percent_off, amount_off, currency, duration], [22.5, null, null, 'once'])
  assert.deepEqual([times_redeemed, valid], [0, true])
  assert.equal('applies_to' in coupon, false)
  const { data: events } = await stripe.events.list()
  assert.deepEqual(
    events.map((event) => event.type),
    ['coupon.created'],
  )
})

test('Its products and its other currencies are shown when they are asked for.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: product } = await stripe.products.create({ name: 'Mug' })
  const { id } = await stripe.coupons.create({
    id: 'TENOFF',
    name: '十元优惠 🎉',
    amount_off: 1000,
    currency: 'usd',
    currency_options: { eur: { amount_off: 900 } },
    applies_to: { products: [product] },
    duration: 'repeating',
    duration_in_months: 3,
    max_redemptions: 5,
  })
  const plain = await stripe.coupons.retrieve(id)
  assert.equal('currency_options' in plain || 'applies_to' in plain, false)
  const expand = ['applies_to', 'currency_options']
  const whole = await stripe.coupons.retrieve(id, { expand })
  assert.deepEqual(whole.applies_to, { products: [product] })
  assert.deepEqual(whole.currency_options, { eur: { amount_off: 900 }, usd: { amount_off: 1000 } })
  const { data: listed } = await stripe.coupons.list({ expand: ['data.applies_to'] })
  assert.deepEqual(listed[0]?.applies_to, { products: [product] })
})

test('Name, metadata and other currencies can be changed.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const { id } = await stripe.coupons.create({ amount_off: 500, currency: 'usd', metadata: { a: '1' } })
  const changed = await stripe.coupons.update(id, {
    name: 'Five off',
    metadata: { k: 'v' },
    currency_options: { gbp: { amount_off: 400 } },
    expand: ['currency_options'],
  })
  assert.deepEqual(changed.metadata, { a: '1', k: 'v' })
  assert.deepEqual(changed.currency_options, { gbp: { amount_off: 400 }, usd: { amount_off: 500 } })
  const { data: events } = await stripe.events.list({ type: 'coupon.updated' })
  assert.deepEqual(events[0]?.data.previous_attributes, { metadata: { k: null }, name: null })
  const amount = await call('POST', `/v1/coupons/${id}`, { body: 'amount_off=1' })
  assert.equal(amount.body.error.code, 'parameter_unknown')
  const { id: percent } = await stripe.coupons.create({ percent_off: 5 })
  await assert.rejects(stripe.coupons.update(percent, { currency_options: { gbp: { amount_off: 1 } } }), {
    statusCode: 400,
    param: 'currency_options',
  })
})

test('A deleted coupon is gone, its promotion codes are over, and its id is free.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.coupons.create({ id: 'GONE', percent_off: 5 })
  const code = await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: id } })
  assert.deepEqual(await stripe.coupons.del(id), { id, object: 'coupon', deleted: true })
  const missing = {
    statusCode: 404,
    code: 'resource_missing',
    param: 'coupon',
    message: "No such coupon: 'GONE'",
  }
  await assert.rejects(stripe.coupons.retrieve(id), missing)
  await assert.rejects(stripe.coupons.update(id, { name: 'x' }), missing)
  await assert.rejects(stripe.coupons.del(id), missing)
  assert.equal((await stripe.promotionCodes.retrieve(code.id)).active, false)
  const { data: events } = await stripe.events.list({ type: 'coupon.deleted' })
  assert.ok(events[0]?.type === 'coupon.deleted')
  assert.equal(events[0].data.object.valid, false)
  assert.equal((await stripe.coupons.create({ id, percent_off: 6 })).percent_off, 6)
})

test('A coupon is valid until redeem_by, and so are its promotion codes.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const redeem_by = Math.floor(Date.now() / 1000) + 60
  const { id } = await stripe.coupons.create({ percent_off: 5, redeem_by })
  const code = await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: id } })
  await control('POST', '/clock/advance', { seconds: 30 })
  assert.equal((await stripe.coupons.retrieve(id)).valid, true)
  await control('POST', '/clock/advance', { seconds: 31 })
  assert.equal((await stripe.coupons.retrieve(id)).valid, false)
  assert.equal((await stripe.promotionCodes.retrieve(code.id)).active, false)
  await assert.rejects(stripe.promotionCodes.update(code.id, { active: true }), { param: 'active' })
})

test('What no coupon can be is refused in Stripe’s words.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  await stripe.coupons.create({ id: 'TAKEN', percent_off: 10 })
  const percent = 'percent_off=10'
  const amount = 'amount_off=500&currency=usd'
  const refusals: [body: string, param: string | undefined, message: string | RegExp][] = [
    ['duration=once', undefined, 'Must provide percent_off or amount_off.'],
    [`${percent}&${amount}`, undefined, /^Received both percent_off and amount_off parameters\./],
    ['amount_off=500', 'currency', 'You must pass currency when passing amount_off'],
    [`${percent}&duration=repeating`, 'duration', /^The duration_in_months param must be set when/],
    [`${percent}&duration_in_months=2`, 'duration_in_months', /./],
    [`${percent}&duration=ever`, 'duration', /must be one of/],
    [
      'percent_off=0',
      'percent_off',
      "This value must be greater than or equal to 0.01 (it currently is '0.0').",
    ],
    [
      'percent_off=100.01',
      'percent_off',
      "This value must be less than or equal to 100 (it currently is '100.01').",
    ],
    ['percent_off=ten', 'percent_off', 'Invalid decimal: ten'],
    ['amount_off=0&currency=usd', 'amount_off', /./],
    ['amount_off=100000000&currency=usd', 'amount_off', /no more than/],
    ['amount_off=15&currency=bhd', 'amount_off', /divisible by 10/],
    [`${amount}&currency_options[eur][amount_off]=0`, 'currency_options[eur][amount_off]', /./],
    [`${amount}&currency_options[usd][amount_off]=1`, 'currency_options[usd]', /./],
    [`${amount}&currency_options[EUR][amount_off]=1`, 'currency_options', /Use `eur` instead of `EUR`\.$/],
    [
      `${percent}&currency_options[eur][amount_off]=1`,
      'currency_options',
      /currency_options, percent_off\.$/,
    ],
    [`${percent}&redeem_by=1000`, 'redeem_by', /You specified the value `1000` which is in the past\.$/],
    [`${percent}&redeem_by=999999999999999`, 'redeem_by', /no more than five years in the future\.$/],
    [`${percent}&max_redemptions=0`, 'max_redemptions', /./],
    [`${percent}&id=TAKEN`, undefined, 'Coupon already exists.'],
    [`${percent}&id=ten%20off`, 'id', /./],
    [`${percent}&name=${'n'.repeat(41)}`, 'name', /must be at most 40 characters$/],
    [`${percent}&applies_to[products][0]=prod_x`, 'applies_to[products][0]', "No such product: 'prod_x'"],
  ]
  for (const [body, param, message] of refusals) {
    const answer = await call('POST', '/v1/coupons', { body })
    assert.equal(answer.status, 400, body)
    assert.equal(answer.body.error.param, param, body)
    if (typeof message === 'string') assert.equal(answer.body.error.message, message)
    else assert.match(answer.body.error.message, message, body)
  }
  assert.equal((await stripe.coupons.list()).data.length, 1)
})
