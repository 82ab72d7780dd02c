import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

const mug = { currency: 'usd', product_data: { name: 'Mug' } }

test('A tax behavior can be set once.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const price = await stripe.prices.create({
    ...mug,
    unit_amount: 900,
    currency_options: { eur: { unit_amount: 800, tax_behavior: 'inclusive' } },
  })
  const update = (params: Stripe.PriceUpdateParams) => stripe.prices.update(price.id, params)
  assert.equal((await update({ tax_behavior: 'exclusive' })).tax_behavior, 'exclusive')
  assert.equal((await update({ tax_behavior: 'exclusive' })).tax_behavior, 'exclusive')
  for (const tax_behavior of ['inclusive', 'unspecified'] as const) {
    await assert.rejects(update({ tax_behavior }), { statusCode: 400, param: 'tax_behavior' })
  }
  const eur = { unit_amount: 850, tax_behavior: 'exclusive' as const }
  const param = 'currency_options[eur][tax_behavior]'
  await assert.rejects(update({ currency_options: { eur } }), { statusCode: 400, param })
})

test('An update adds currencies, and what the price costs in its own stays.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const { id } = await stripe.prices.create({
    ...mug,
    unit_amount: 900,
    currency_options: { eur: { unit_amount: 800, tax_behavior: 'inclusive' } },
  })
  const expand = ['currency_options']
  const currency_options = { eur: { unit_amount: 850 }, jpy: { unit_amount: 1300 } }
  const changed = await stripe.prices.update(id, { currency_options, expand })
  const options = Object.entries(changed.currency_options ?? {})
  assert.deepEqual(
    options.map(([code, { unit_amount, tax_behavior }]) => [code, unit_amount, tax_behavior]),
    [
      ['eur', 850, 'inclusive'],
      ['jpy', 1300, 'unspecified'],
      ['usd', 900, 'unspecified'],
    ],
  )
  const emptied = await stripe.prices.update(id, { currency_options: '', expand })
  assert.deepEqual(Object.keys(emptied.currency_options ?? {}), ['usd'])
  const usd = await call('POST', `/v1/prices/${id}`, { body: 'currency_options[usd][unit_amount]=1' })
  assert.equal(usd.body.error.param, 'currency_options[usd]')
  const amount = await call('POST', `/v1/prices/${id}`, { body: 'unit_amount=1' })
  assert.equal(amount.body.error.code, 'parameter_unknown')
})
