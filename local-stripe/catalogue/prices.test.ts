import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

const mug = { currency: 'usd', product_data: { name: 'Mug' } }

test('A price is made with the product that is described in it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const price = await stripe.prices.create({
    currency: 'USD',
    unit_amount: 1250,
    product_data: { name: 'Mug', metadata: { shelf: '4' }, unit_label: 'mug', statement_descriptor: 'MUGS' },
    nickname: 'Standard',
    transform_quantity: { divide_by: 10, round: 'up' },
    expand: ['product'],
  })
  assert.equal(price.currency, 'usd')
  assert.equal(price.unit_amount_decimal?.toString(), '1250')
  assert.deepEqual(price.transform_quantity, { divide_by: 10, round: 'up' })
  assert.equal(price.recurring, null)
  assert.equal(price.type, 'one_time')
  assert.ok(typeof price.product === 'object' && !price.product.deleted)
  assert.equal(price.product.unit_label, 'mug')
  const { data: events } = await stripe.events.list()
  assert.deepEqual(
    events.map((event) => event.type),
    ['price.created', 'product.created'],
  )
})

test('A decimal amount is whole too where it can be.', async (t) => {
  const { call } = await localStripeForTest(t)
  const body = 'currency=usd&product_data[name]=Mug&unit_amount_decimal='
  const amounts = {
    '12.50': [null, '12.5'],
    '0012.000': [12, '12'],
    '0.000000000001': [null, '0.000000000001'],
  }
  for (const [decimal, expected] of Object.entries(amounts)) {
    const { body: price } = await call('POST', '/v1/prices', { body: body + decimal })
    assert.deepEqual([price.unit_amount, price.unit_amount_decimal], expected, decimal)
  }
})

test('Other currencies are shown when they are asked for, beside the price’s own.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const price = await stripe.prices.create({
    ...mug,
    unit_amount: 1250,
    currency_options: {
      jpy: { unit_amount: 1900, tax_behavior: 'inclusive' },
      eur: { unit_amount: 1100 },
    },
  })
  assert.equal('currency_options' in price, false)
  const whole = await stripe.prices.retrieve(price.id, { expand: ['currency_options'] })
  assert.deepEqual(Object.keys(whole.currency_options ?? {}).toSorted(), ['eur', 'jpy', 'usd'])
  assert.equal(whole.currency_options?.['eur']?.unit_amount, 1100)
  assert.equal(whole.currency_options['jpy']?.tax_behavior, 'inclusive')
  assert.equal(whole.currency_options['usd']?.unit_amount, 1250)
  const { data: events } = await stripe.events.list({ type: 'price.created' })
  assert.equal('currency_options' in (events[0]?.data.object ?? {}), false)
})

test('Tiers are for recurring prices, and shown when they are asked for.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const price = await stripe.prices.create({
    ...mug,
    billing_scheme: 'tiered',
    tiers_mode: 'graduated',
    recurring: { interval: 'month', interval_count: 3, trial_period_days: 7 },
    tiers: [
      { up_to: 5, unit_amount: 500 },
      { up_to: 'inf', flat_amount: 1000, unit_amount_decimal: Stripe.Decimal.from('400.5') },
    ],
    expand: ['tiers'],
  })
  assert.deepEqual([price.billing_scheme, price.tiers_mode, price.type], ['tiered', 'graduated', 'recurring'])
  assert.deepEqual([price.unit_amount, price.unit_amount_decimal], [null, null])
  assert.equal(price.recurring?.usage_type, 'licensed')
  assert.deepEqual(
    price.tiers?.map((tier) => [tier.up_to, tier.flat_amount, tier.unit_amount]),
    [
      [5, null, 500],
      [null, 1000, null],
    ],
  )
  assert.equal('tiers' in (await stripe.prices.retrieve(price.id)), false)
})

test('A customer may choose an amount within bounds.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const custom_unit_amount = { enabled: true, minimum: 500, maximum: 5000, preset: 1000 }
  const price = await stripe.prices.create({ ...mug, custom_unit_amount })
  assert.deepEqual(price.custom_unit_amount, { minimum: 500, maximum: 5000, preset: 1000 })
  assert.equal(price.unit_amount, null)
})

test('A lookup key belongs to one price, active or not, until it is transferred.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const first = await stripe.prices.create({ ...mug, unit_amount: 900, lookup_key: 'standard' })
  await stripe.prices.update(first.id, { active: false })
  const again = { ...mug, unit_amount: 950, lookup_key: 'standard' }
  await assert.rejects(stripe.prices.create(again), {
    statusCode: 400,
    message: `A price (\`${first.id}\`) already uses that lookup key.`,
    param: 'lookup_key',
  })
  const second = await stripe.prices.create({ ...again, transfer_lookup_key: true })
  assert.equal(second.lookup_key, 'standard')
  assert.equal((await stripe.prices.retrieve(first.id)).lookup_key, null)
  const { data: events } = await stripe.events.list({ limit: 3 })
  assert.deepEqual(
    events.map((event) => [event.type, event.data.previous_attributes]),
    [
      ['price.created', undefined],
      ['product.created', undefined],
      ['price.updated', { lookup_key: 'standard' }],
    ],
  )
  await stripe.prices.update(first.id, { lookup_key: 'standard', transfer_lookup_key: true })
  const { data: found } = await stripe.prices.list({ lookup_keys: ['standard', 'none'] })
  assert.deepEqual(
    found.map(({ id }) => id),
    [first.id],
  )
  assert.equal((await stripe.prices.update(first.id, { lookup_key: 'standard' })).lookup_key, 'standard')
})

test('Prices are listed by product, kind, interval, currency and active.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: product } = await stripe.products.create({ name: 'Mug' })
  const once = await stripe.prices.create({ product, currency: 'eur', unit_amount: 1 })
  const monthly = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: 2,
    recurring: { interval: 'month' },
  })
  await stripe.prices.create({ ...mug, unit_amount: 3, active: false })
  const list = async (params: Stripe.PriceListParams) =>
    (await stripe.prices.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await list({ product }), [monthly.id, once.id])
  assert.deepEqual(await list({ product, type: 'one_time' }), [once.id])
  assert.deepEqual(await list({ recurring: { interval: 'month', usage_type: 'licensed' } }), [monthly.id])
  assert.deepEqual(await list({ recurring: { interval: 'year' } }), [])
  assert.deepEqual(await list({ currency: 'eur' }), [once.id])
  assert.equal((await list({ active: false })).length, 1)
  await assert.rejects(list({ product: 'prod_x' }), {
    statusCode: 400,
    message: "No such product: 'prod_x'",
    param: 'product',
  })
})

test('An unknown price is missing, and none can be deleted.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const missing = {
    statusCode: 404,
    code: 'resource_missing',
    param: 'price',
    message: "No such price: 'price_x'",
  }
  await assert.rejects(stripe.prices.retrieve('price_x'), missing)
  await assert.rejects(stripe.prices.update('price_x', { active: false }), missing)
  assert.equal((await call('DELETE', '/v1/prices/price_x')).status, 404)
})
