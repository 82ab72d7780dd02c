import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

const express = { display_name: 'Express', fixed_amount: { amount: 1500, currency: 'usd' } }

test('A shipping rate keeps what it was made with, and sends no events.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const delivery_estimate = {
    minimum: { unit: 'business_day' as const, value: 2 },
    maximum: { unit: 'week' as const, value: 1 },
  }
  const rate = await stripe.shippingRates.create({
    ...express,
    display_name: '特快 🚚',
    delivery_estimate,
    metadata: { carrier: 'x' },
    tax_behavior: 'exclusive',
    tax_code: 'txcd_92010001',
    type: 'fixed_amount',
  })
  assert.match(rate.id, /^shr_/)
  assert.deepEqual(rate.delivery_estimate, delivery_estimate)
  assert.deepEqual(rate.fixed_amount, { amount: 1500, currency: 'usd' })
  assert.deepEqual([rate.tax_behavior, rate.tax_code, rate.active], ['exclusive', 'txcd_92010001', true])
  assert.deepEqual(await stripe.shippingRates.retrieve(rate.id), rate)
  assert.equal((await stripe.events.list()).data.length, 0)
})

test('Its amounts in other currencies are shown when they are asked for, and can be changed.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const expand = ['fixed_amount.currency_options']
  const { id, fixed_amount } = await stripe.shippingRates.create({
    ...express,
    fixed_amount: { ...express.fixed_amount, currency_options: { eur: { amount: 1400 } } },
    expand,
  })
  const unspecified = 'unspecified' as const
  assert.deepEqual(fixed_amount?.currency_options, {
    eur: { amount: 1400, tax_behavior: unspecified },
    usd: { amount: 1500, tax_behavior: unspecified },
  })
  const changed = await stripe.shippingRates.update(id, {
    active: false,
    metadata: { a: '1' },
    tax_behavior: 'inclusive',
    fixed_amount: { currency_options: { eur: { tax_behavior: 'inclusive' }, jpy: { amount: 2000 } } },
    expand,
  })
  assert.deepEqual(changed.fixed_amount?.currency_options, {
    eur: { amount: 1400, tax_behavior: 'inclusive' },
    jpy: { amount: 2000, tax_behavior: unspecified },
    usd: { amount: 1500, tax_behavior: 'inclusive' },
  })
  assert.equal(changed.active, false)
  await assert.rejects(stripe.shippingRates.update(id, { tax_behavior: 'exclusive' }), {
    param: 'tax_behavior',
  })
  await assert.rejects(
    stripe.shippingRates.update(id, {
      fixed_amount: { currency_options: { gbp: { tax_behavior: 'inclusive' } } },
    }),
    { code: 'parameter_missing', param: 'fixed_amount[currency_options][gbp][amount]' },
  )
})

test('Shipping rates are listed by active and currency.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const usd = await stripe.shippingRates.create(express)
  const eur = await stripe.shippingRates.create({ ...express, fixed_amount: { amount: 0, currency: 'eur' } })
  await stripe.shippingRates.update(usd.id, { active: false })
  const list = async (params: object) => (await stripe.shippingRates.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await list({ active: true }), [eur.id])
  assert.deepEqual(await list({ currency: 'usd' }), [usd.id])
  assert.deepEqual(await list({ created: { lte: usd.created - 1 } }), [])
})

test('What no shipping rate can be is refused.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const rate = 'display_name=Express&fixed_amount[currency]=usd&fixed_amount[amount]=1500'
  const refusals: [body: string, param: string][] = [
    ['fixed_amount[currency]=usd&fixed_amount[amount]=1500', 'display_name'],
    ['display_name=Express', 'fixed_amount'],
    ['display_name=Express&fixed_amount[currency]=usd', 'fixed_amount[amount]'],
    ['display_name=Express&fixed_amount[currency]=usd&fixed_amount[amount]=-1', 'fixed_amount[amount]'],
    [
      'display_name=Express&fixed_amount[currency]=usd&fixed_amount[amount]=100000000',
      'fixed_amount[amount]',
    ],
    ['display_name=Express&fixed_amount[currency]=tnd&fixed_amount[amount]=5', 'fixed_amount[amount]'],
    [`${rate}&type=calculated`, 'type'],
    [`${rate}&tax_code=shipping`, 'tax_code'],
    [`${rate}&display_name=${'n'.repeat(101)}`, 'display_name'],
    [rate + days('minimum', '0'), 'delivery_estimate[minimum][value]'],
    [rate + days('minimum', '5') + days('maximum', '4'), 'delivery_estimate'],
    [`${rate}&fixed_amount[currency_options][usd][amount]=1`, 'fixed_amount[currency_options][usd]'],
  ]
  for (const [body, param] of refusals) {
    const answer = await call('POST', '/v1/shipping_rates', { body })
    assert.deepEqual([answer.status, answer.body.error.param], [400, param], body)
  }
  await assert.rejects(stripe.shippingRates.retrieve('shr_x'), {
    statusCode: 404,
    message: "No such shipping rate: 'shr_x'",
    param: 'shipping_rate_token',
  })
})

function days(name: string, value: string): string {
  return `&delivery_estimate[${name}][unit]=day&delivery_estimate[${name}][value]=${value}`
}
