import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sdkFor, sessionParams } from '../testing/local-stripe-for-test.ts'
import { eventually } from '../testing/webhook-receiver.ts'

test('The same key and parameters give the first answer again, and nothing happens twice.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const first = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'order-1' })
  const again = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'order-1' })
  assert.equal(again.id, first.id)
  assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true')
  assert.equal(again.lastResponse.headers['original-request'], first.lastResponse.requestId)
  assert.equal((await stripe.checkout.sessions.list()).data.length, 1)
})

test('The order of the parameters does not matter to a key.', async (t) => {
  const { call } = await localStripeForTest(t)
  const headers = { 'Idempotency-Key': 'k' }
  const first = await call('POST', '/v1/products', { body: 'name=Mug&description=Red', headers })
  const again = await call('POST', '/v1/products', { body: 'description=Red&name=Mug', headers })
  assert.equal(again.body.id, first.body.id)
})

test('A key used with other parameters or at another endpoint is an idempotency_error.', async (t) => {
  const { call } = await localStripeForTest(t)
  const headers = { 'Idempotency-Key': 'k' }
  await call('POST', '/v1/products', { body: 'name=Mug', headers })
  const parameters = await call('POST', '/v1/products', { body: 'name=Cup', headers })
  const endpoint = await call('POST', '/v1/refunds', { body: 'payment_intent=pi_1', headers })
  for (const answer of [parameters, endpoint]) {
    assert.equal(answer.status, 400)
    assert.equal(answer.body.error.type, 'idempotency_error')
  }
  assert.match(parameters.body.error.message, /same parameters they were first used with/)
  assert.match(endpoint.body.error.message, /same endpoint they were first used for \('\/v1\/products'\)/)
})

test('Refused parameters leave the key free; a refusal of the work itself is kept.', async (t) => {
  const { call } = await localStripeForTest(t)
  const headers = { 'Idempotency-Key': 'k' }
  await call('POST', '/v1/products', { body: 'name=', headers })
  const corrected = await call('POST', '/v1/products', { body: 'name=Mug', headers })
  assert.equal(corrected.status, 200)
  const other = { 'Idempotency-Key': 'other' }
  await call('POST', '/v1/refunds', { body: 'payment_intent=pi_1', headers: other })
  const again = await call('POST', '/v1/refunds', { body: 'payment_intent=pi_1', headers: other })
  assert.equal(again.status, 404)
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
})

test('A key in use is a 409 idempotency_key_in_use.', async (t) => {
  const { call, control } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: 'slow', ms: 300 })
  const headers = { 'Idempotency-Key': 'k' }
  const slow = call('POST', '/v1/products', { body: 'name=Mug', headers })
  await eventually(async () => {
    const { body } = await control('GET', '/requests')
    return body.requests.length > 0 ? true : undefined
  }, 'first request')
  const second = await call('POST', '/v1/products', { body: 'name=Mug', headers })
  assert.equal(second.status, 409)
  assert.equal(second.body.error.code, 'idempotency_key_in_use')
  assert.equal((await slow).status, 200)
})

test('A lost answer is found again by the retry of the official SDK.', async (t) => {
  const { url, control, stripe } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: 'reset-after-effect', path: '/v1/checkout/sessions' })
  const retrying = sdkFor(url, { maxNetworkRetries: 1 })
  const session = await retrying.checkout.sessions.create(sessionParams())
  assert.equal(session.lastResponse.headers['idempotent-replayed'], 'true')
  assert.equal((await stripe.checkout.sessions.list()).data.length, 1)
})
