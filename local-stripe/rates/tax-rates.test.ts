import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

const vat = { display_name: 'VAT', inclusive: true, percentage: 20 }

test('A tax rate keeps its percentage to the last place.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const rate = await stripe.taxRates.create({
    display_name: 'Sales tax',
    inclusive: false,
    percentage: 8.875,
    country: 'us',
    state: 'CA',
    jurisdiction: 'US - CA',
    tax_type: 'sales_tax',
    description: '加州销售税',
  })
  assert.match(rate.id, /^txr_/)
  assert.deepEqual([rate.percentage, rate.effective_percentage, rate.rate_type], [8.875, 8.875, 'percentage'])
  assert.deepEqual([rate.country, rate.state, rate.jurisdiction], ['US', 'CA', 'US - CA'])
  assert.deepEqual([rate.flat_amount, rate.jurisdiction_level, rate.active], [null, null, true])
  const { data: events } = await stripe.events.list()
  assert.deepEqual(
    events.map((event) => event.type),
    ['tax_rate.created'],
  )
})

test('A tax rate can be changed but for what it takes, and its event tells what was before.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const { id } = await stripe.taxRates.create({ ...vat, description: 'Old', metadata: { a: '1' } })
  const changed = await stripe.taxRates.update(id, { active: false, description: '', metadata: { b: '2' } })
  assert.deepEqual([changed.active, changed.description], [false, null])
  const { data: events } = await stripe.events.list({ type: 'tax_rate.updated' })
  assert.deepEqual(events[0]?.data.previous_attributes, {
    active: true,
    description: 'Old',
    metadata: { b: null },
  })
  for (const body of ['percentage=5', 'inclusive=false']) {
    const answer = await call('POST', `/v1/tax_rates/${id}`, { body })
    assert.equal(answer.body.error.code, 'parameter_unknown', body)
  }
})

test('Tax rates are listed by active and inclusive.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const inclusive = await stripe.taxRates.create(vat)
  const exclusive = await stripe.taxRates.create({ ...vat, inclusive: false, active: false })
  const list = async (params: object) => (await stripe.taxRates.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await list({ active: true }), [inclusive.id])
  assert.deepEqual(await list({ inclusive: false }), [exclusive.id])
  assert.deepEqual(await list({}), [exclusive.id, inclusive.id])
})

test('What no tax rate can be is refused.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const rate = 'display_name=VAT&inclusive=true'
  const refusals: [body: string, code: string | undefined, param: string][] = [
    ['inclusive=true&percentage=20', 'parameter_missing', 'display_name'],
    ['display_name=VAT&percentage=20', 'parameter_missing', 'inclusive'],
    [rate, 'parameter_missing', 'percentage'],
    [`${rate}&percentage=`, 'parameter_invalid_empty', 'percentage'],
    [`${rate}&percentage=-1`, undefined, 'percentage'],
    [`${rate}&percentage=100.5`, undefined, 'percentage'],
    [`${rate}&percentage=1e1`, undefined, 'percentage'],
    [`${rate}&percentage=8.87501`, undefined, 'percentage'],
    [`${rate}&percentage=20&country=Germany`, 'country_code_invalid', 'country'],
    [`${rate}&percentage=20&country=ZZ`, 'country_code_invalid', 'country'],
    [`${rate}&percentage=20&tax_type=tithe`, undefined, 'tax_type'],
    [`${rate}&percentage=20&display_name=${'n'.repeat(51)}`, undefined, 'display_name'],
  ]
  for (const [body, code, param] of refusals) {
    const { status, body: answer } = await call('POST', '/v1/tax_rates', { body })
    assert.deepEqual([status, answer.error.code, answer.error.param], [400, code, param], body)
  }
  await assert.rejects(stripe.taxRates.retrieve('txr_x'), {
    statusCode: 404,
    message: "No such tax rate: 'txr_x'",
    param: 'tax_rate',
  })
})
