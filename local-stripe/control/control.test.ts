import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sdkFor, sessionParams } from '../testing/local-stripe-for-test.ts'

test('A fault is for the next calls to its path, so often, and then it is over.', async (t) => {
  const { call, control } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: '500', path: '/v1/products', method: 'POST', times: 2 })
  const statuses: number[] = []
  for (const method of ['GET', 'POST', 'POST', 'POST']) {
    statuses.push((await call(method, '/v1/products', method === 'POST' ? { body: 'name=Mug' } : {})).status)
  }
  assert.deepEqual(statuses, [200, 500, 500, 200])
})

test('A fault can be for the calls alone that carry a certain text.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: '500', match: 'order 7&co', times: 9 })
  const create = (order: string) =>
    stripe.checkout.sessions.create(sessionParams({}, { metadata: { order } }))
  const [ours, another] = await Promise.allSettled([create('order 7&co'), create('order 8&co')])
  assert.deepEqual([ours.status, another.status], ['rejected', 'fulfilled'])
  await control('POST', '/faults', { fault: '429', match: 'pi_mine', method: 'GET' })
  assert.equal((await stripe.refunds.list({ payment_intent: 'pi_other' })).data.length, 0)
  await assert.rejects(stripe.refunds.list({ payment_intent: 'pi_mine' }), { statusCode: 429 })
})

test('A 429 names its reason; the official SDK does not retry it.', async (t) => {
  const { url, control } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: '429' })
  const stripe = sdkFor(url, { maxNetworkRetries: 2 })
  await assert.rejects(stripe.products.list(), { statusCode: 429, code: 'rate_limit' })
})

test('A cut connection before the effect leaves nothing behind, after the effect everything.', async (t) => {
  const { stripe, call, control } = await localStripeForTest(t)
  const create = () => call('POST', '/v1/products', { body: 'name=Mug' })
  await control('POST', '/faults', { fault: 'reset' })
  await assert.rejects(create())
  assert.equal((await stripe.products.list()).data.length, 0)
  await control('POST', '/faults', { fault: 'reset-after-effect' })
  await assert.rejects(create())
  assert.equal((await stripe.products.list()).data.length, 1)
})

test('A 500 after the effect is kept by its idempotency key, as at Stripe.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: '500-after-effect' })
  const create = () => stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'k' })
  await assert.rejects(create(), { statusCode: 500 })
  await assert.rejects(create(), { statusCode: 500 })
  assert.equal((await stripe.checkout.sessions.list()).data.length, 1)
})

test('A hanging call is ended by the caller’s patience; clearing the faults ends the others.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await control('POST', '/faults', { fault: 'hang', times: 9 })
  await assert.rejects(stripe.products.list({}, { timeout: 100 }))
  await control('DELETE', '/faults')
  assert.equal((await stripe.products.list()).data.length, 0)
})

test('The last requests can be counted.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'order-1' })
  await stripe.checkout.sessions.list()
  const { requests } = (await control('GET', '/requests')).body
  assert.deepEqual(
    requests.map((request: Record<string, unknown>) => [
      request['method'],
      request['path'],
      request['status'],
    ]),
    [
      ['POST', '/v1/checkout/sessions', 200],
      ['GET', '/v1/checkout/sessions', 200],
    ],
  )
  assert.equal(requests[0].idempotency_key, 'order-1')
  assert.match(requests[0].body, /line_items/)
  assert.equal((await control('GET', '/requests?last=1')).body.requests.length, 1)
})

test('The endpoint of an address is the same with the same secret at every start.', async (t) => {
  const { control } = await localStripeForTest(t)
  const order = { url: 'http://127.0.0.1:3000/api/webhooks/stripe' }
  const first = await control('POST', '/webhooks/endpoint', order)
  assert.match(first.body.secret, /^whsec_/)
  assert.deepEqual((await control('POST', '/webhooks/endpoint', order)).body, first.body)
})

test('A wrong order is refused and says why.', async (t) => {
  const { control } = await localStripeForTest(t)
  const answers = [
    await control('POST', '/faults', { fault: 'earthquake' }),
    await control('POST', '/webhooks/hold', { held: 'yes' }),
    await control('POST', '/webhooks/redeliver', { event: 'evt_x' }),
    await control('POST', '/clock/advance', { seconds: -1 }),
    await control('POST', '/clock/advance', { seconds: 1e12 }),
    await control('POST', '/clock/advance', {}),
    await control('POST', '/clock/advance', { secnods: 5 }),
    await control('POST', '/clock/advance-to-next'),
    await control('POST', '/webhooks/endpoint', { url: 'ftp://shop.test' }),
    await control('POST', '/webhooks/retries', { schedule: 'hourly' }),
    await control('GET', '/requests?last=all'),
  ]
  for (const { status, body } of answers) {
    assert.equal(status, 400)
    assert.equal(typeof body.error, 'string')
  }
  assert.equal((await control('GET', '/nonsense')).status, 404)
  assert.equal((await control('PUT', '/faults')).status, 405)
  assert.equal((await control('POST', '/faults', { fault: 'x'.repeat(1_100_000) })).status, 413)
})

test('Web pages of other sites have no say, and card numbers are not logged.', async (t) => {
  const { url, call, control } = await localStripeForTest(t)
  const foreign = [
    { Origin: 'https://elsewhere.test' },
    { Origin: 'null' },
    { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const headers of foreign) {
    assert.equal((await fetch(`${url}/_local/faults`, { method: 'DELETE', headers })).status, 403)
  }
  assert.equal(
    (await fetch(`${url}/_local/faults`, { method: 'DELETE', headers: { Origin: url } })).status,
    200,
  )
  await call('POST', '/v1/payment_methods', { body: 'type=card&card[number]=4539+5787+6362+1486' })
  const { requests } = (await control('GET', '/requests')).body
  assert.equal(requests[0].body, 'type=card&card[number]=[number]')
})
