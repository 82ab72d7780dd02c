import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

test('What no product can be is refused, and nothing is made of it.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  await stripe.products.create({ name: 'Mug', id: 'taken' })
  await stripe.coupons.create({ id: 'COUPON', percent_off: 10 })
  const long = encodeURIComponent('é'.repeat(5001))
  const refusals: [body: string, code: string | undefined, param: string][] = [
    ['', 'parameter_missing', 'name'],
    ['name=', 'parameter_invalid_empty', 'name'],
    ['name=%20%20', 'parameter_invalid_empty', 'name'],
    [`name=${long}`, undefined, 'name'],
    ['name[a]=b', undefined, 'name'],
    ['name=Mug&id=taken', 'resource_already_exists', 'id'],
    ['name=Mug&id=a/b', undefined, 'id'],
    ['name=Mug&id=☕', undefined, 'id'],
    ['name=Mug&description=', 'parameter_invalid_empty', 'description'],
    ['name=Mug&url=mug', 'url_invalid', 'url'],
    ['name=Mug&images[0]=mug.jpg', 'url_invalid', 'images[0]'],
    ['name=Mug&images=mug.jpg', undefined, 'images'],
    [`name=Mug&${'images[]=https://a.test/&'.repeat(9)}`, undefined, 'images'],
    ['name=Mug&shippable=yes', undefined, 'shippable'],
    ['name=Mug&statement_descriptor=<3', undefined, 'statement_descriptor'],
    ['name=Mug&statement_descriptor=123', undefined, 'statement_descriptor'],
    ['name=Mug&statement_descriptor=abcdefghijklmnopqrstuvwxyz', undefined, 'statement_descriptor'],
    ['name=Mug&tax_code=books', 'resource_missing', 'tax_code'],
    ['name=Mug&unit_label=thirteen+long', undefined, 'unit_label'],
    ['name=Mug&package_dimensions[height]=1', 'parameter_missing', 'package_dimensions[length]'],
    ['name=Mug&marketing_features[0][name]=', 'parameter_invalid_empty', 'marketing_features[0][name]'],
    ['name=Mug&default_price_data[unit_amount]=5', 'parameter_missing', 'default_price_data[currency]'],
    ['name=Mug&default_price_data[currency]=usd', undefined, 'default_price_data'],
    ['name=Mug&type=thing', undefined, 'type'],
    ['name=Mug&colour=red', 'parameter_unknown', 'colour'],
  ]
  for (const [body, code, param] of refusals) {
    const answer = await call('POST', '/v1/products', { body })
    assert.equal(answer.status, 400, body)
    assert.deepEqual([answer.body.error.code, answer.body.error.param], [code, param], body)
  }
  const other = await call('POST', '/v1/products', { body: 'name=Mug&id=COUPON' })
  assert.equal(other.status, 501)
  assert.equal((await stripe.products.list()).data.length, 1)
})
