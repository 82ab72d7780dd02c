import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

test('A body that is no form is refused in Stripe’s words, and one of several parts with a 501.', async (t) => {
  const { call } = await localStripeForTest(t)
  for (const type of ['application/json', 'text/plain; charset=utf-8', 'nonsense']) {
    const answer = await call('POST', '/v1/products', {
      body: '{"name":"Mug"}',
      headers: { 'Content-Type': type },
    })
    assert.equal(answer.status, 400)
    assert.match(answer.body.error.message, /^Invalid request \(check that your POST content type is/)
  }
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  assert.equal((await call('POST', '/v1/products', { body: '--x--', headers })).status, 501)
})

test('Parameters in the address of a POST count, and are refused like those of the body.', async (t) => {
  const { call } = await localStripeForTest(t)
  const made = await call('POST', '/v1/products?name=Mug', { body: 'description=Red' })
  assert.deepEqual([made.body.name, made.body.description], ['Mug', 'Red'])
  const wrong = await call('POST', '/v1/products?colour=red', { body: 'name=Mug' })
  assert.equal(wrong.body.error.code, 'parameter_unknown')
})

test('What no method takes is refused: parameters of a GET, of a DELETE, and other methods.', async (t) => {
  const { call } = await localStripeForTest(t)
  const product = await call('POST', '/v1/products', { body: 'name=Mug' })
  const endpoint = await call('POST', '/v1/webhook_endpoints', {
    body: 'url=https://shop.test/&enabled_events[]=*',
  })
  const answers = await Promise.all([
    call('GET', `/v1/products/${product.body.id}?colour=red`),
    call('DELETE', `/v1/webhook_endpoints/${endpoint.body.id}?really=true`),
    call('PUT', `/v1/products/${product.body.id}`, { body: 'name=Cup' }),
    call('PATCH', '/v1/products', { body: 'name=Cup' }),
  ])
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.error.code ?? body.error.message.slice(0, 29)]),
    [
      [400, 'parameter_unknown'],
      [400, 'parameter_unknown'],
      [404, 'Unrecognized request URL (PUT'],
      [404, 'Unrecognized request URL (PAT'],
    ],
  )
})

test('An account that the key has no access to is Stripe’s 403, because Connect is not imitated.', async (t) => {
  const { call } = await localStripeForTest(t)
  for (const header of ['Stripe-Account', 'Stripe-Context']) {
    const { status, body } = await call('GET', '/v1/products', { headers: { [header]: 'acct_other' } })
    assert.deepEqual([status, body.error.code], [403, 'account_invalid'])
    assert.match(
      body.error.message,
      /^The provided key 'sk_test_\*+ests' does not have access to account 'acct_other'/,
    )
  }
  const own = (await call('GET', '/v1/account')).body.id
  assert.equal((await call('GET', '/v1/products', { headers: { 'Stripe-Account': own } })).status, 200)
})

test('An id with signs of its own is read as it was meant; a broken one is nowhere.', async (t) => {
  const { call } = await localStripeForTest(t)
  const strange = await call('GET', '/v1/products/prod%20a%2Fb')
  assert.deepEqual([strange.status, strange.body.error.message], [404, "No such product: 'prod a/b'"])
  assert.equal((await call('GET', '/v1/products/%E0%A4%A')).status, 404)
  assert.equal((await call('GET', '/v1/products/')).status, 404)
})

test('An empty idempotency key is none.', async (t) => {
  const { call } = await localStripeForTest(t)
  const headers = { 'Idempotency-Key': '' }
  const first = await call('POST', '/v1/products', { body: 'name=Mug', headers })
  const second = await call('POST', '/v1/products', { body: 'name=Mug', headers })
  assert.notEqual(first.body.id, second.body.id)
})
