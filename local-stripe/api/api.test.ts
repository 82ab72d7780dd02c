import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams, testKey } from '../testing/local-stripe-for-test.ts'

test('Bearer and Basic both open the account.', async (t) => {
  const { call } = await localStripeForTest(t)
  const basic = Buffer.from(`${testKey}:`).toString('base64')
  for (const Authorization of [`Bearer ${testKey}`, `Basic ${basic}`]) {
    assert.equal((await call('GET', '/v1/products', { headers: { Authorization } })).status, 200)
  }
})

test('A live key is refused and told to be a test key.', async (t) => {
  const { call } = await localStripeForTest(t)
  for (const key of ['sk_live_abcdefghijkl', 'rk_live_abcdefghijkl', 'pk_live_abcdefghijkl']) {
    const answer = await call('GET', '/v1/products', { headers: { Authorization: `Bearer ${key}` } })
    assert.equal(answer.status, 401)
    assert.match(answer.body.error.message, /test key/)
    assert.equal(answer.body.error.type, 'invalid_request_error')
  }
})

test('No key, a nonsense key and a publishable key are refused as at Stripe.', async (t) => {
  const { call } = await localStripeForTest(t)
  const answers = await Promise.all(
    ['', 'Bearer nonsense', 'Bearer pk_test_123'].map((Authorization) =>
      call('GET', '/v1/products', { headers: { Authorization } }),
    ),
  )
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [401, 401, 403],
  )
  assert.match(answers[0]?.body.error.message, /^You did not provide an API key/)
  assert.match(answers[1]?.body.error.message, /^Invalid API Key provided: /)
  assert.equal(answers[2]?.body.error.code, 'secret_key_required')
})

test('An unknown parameter is named and refused, at any depth.', async (t) => {
  const { call } = await localStripeForTest(t)
  const flat = await call('POST', '/v1/products', { body: 'name=Mug&colour=red' })
  assert.equal(flat.status, 400)
  assert.deepEqual(flat.body.error, {
    code: 'parameter_unknown',
    doc_url: 'https://stripe.com/docs/error-codes/parameter-unknown',
    message: 'Received unknown parameter: colour',
    param: 'colour',
    type: 'invalid_request_error',
  })
  const deep = await call('POST', '/v1/checkout/sessions', {
    body: 'line_items[0][price_data][currency]=usd&line_items[0][price_data][product_data][colour]=red',
  })
  assert.equal(deep.body.error.param, 'line_items[0][price_data][product_data][colour]')
})

test('A missing, an empty and a fractional parameter have their own codes.', async (t) => {
  const { call } = await localStripeForTest(t)
  const codes = await Promise.all(
    ['active=true', 'name=', 'name=Mug&active=maybe'].map(async (body) => {
      const answer = await call('POST', '/v1/products', { body })
      return [answer.status, answer.body.error.code, answer.body.error.param]
    }),
  )
  assert.deepEqual(codes, [
    [400, 'parameter_missing', 'name'],
    [400, 'parameter_invalid_empty', 'name'],
    [400, undefined, 'active'],
  ])
  const price = await call('POST', '/v1/prices', { body: 'currency=usd&unit_amount=12.5&product=prod_1' })
  assert.equal(price.body.error.code, 'parameter_invalid_integer')
  assert.equal(price.body.error.message, 'Invalid integer: 12.5')
})

test('A URL that nobody has is a 404; one that only Stripe has is an honest 501 that is not retried.', async (t) => {
  const { call } = await localStripeForTest(t)
  const unknown = await call('GET', '/v1/nonsense')
  assert.equal(unknown.status, 404)
  assert.match(unknown.body.error.message, /^Unrecognized request URL \(GET: \/v1\/nonsense\)\. /)
  const unserved = await call('POST', '/v1/subscriptions')
  assert.equal(unserved.status, 501)
  assert.equal(unserved.body.error.code, 'local_stripe_not_imitated')
  assert.equal('doc_url' in unserved.body.error, false, 'Stripe has no page about it')
  assert.equal(unserved.headers.get('stripe-should-retry'), 'false')
})

test('An id that names nothing is a 404 in Stripe’s words.', async (t) => {
  const { call } = await localStripeForTest(t)
  const session = await call('GET', '/v1/checkout/sessions/cs_test_nothing')
  assert.equal(session.status, 404)
  assert.equal(session.body.error.message, 'No such checkout.session: cs_test_nothing')
  assert.equal(session.body.error.param, undefined)
  const intent = await call('GET', '/v1/payment_intents/pi_nothing')
  assert.equal(intent.body.error.message, "No such payment_intent: 'pi_nothing'")
  assert.equal(intent.body.error.code, 'resource_missing')
})

test('Whatever is sent, the answer is a Stripe-shaped 4xx.', async (t) => {
  const { call } = await localStripeForTest(t)
  const headers = { 'Content-Type': 'application/json' }
  const bodies = [
    '{"mode":"payment"}',
    'a[b=1',
    'line_items=x',
    'line_items[x]=1',
    'metadata=x',
    'expand=x',
    'mode[a]=1',
  ]
  for (const body of bodies) {
    const answer = await call('POST', '/v1/checkout/sessions', { body, headers })
    assert.equal(answer.status, 400, body)
    assert.equal(answer.body.error.type, 'invalid_request_error', body)
  }
})

test('A body above one megabyte is refused with a 413.', async (t) => {
  const { call } = await localStripeForTest(t)
  const answer = await call('POST', '/v1/products', { body: `name=${'x'.repeat(1_100_000)}` })
  assert.equal(answer.status, 413)
  assert.equal(answer.body.error.type, 'invalid_request_error')
})

test('Every answer has a request id and gives the version back.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  assert.match(session.lastResponse.requestId ?? '', /^req_\w{14}$/)
  const answer = await call('GET', '/v1/products', { headers: { 'Stripe-Version': '2020-08-27' } })
  assert.equal(answer.headers.get('stripe-version'), '2020-08-27')
  const unasked = await call('GET', '/v1/products')
  assert.equal(unasked.headers.get('stripe-version'), '2026-10-28.endive')
  for (const version of ['yesterday', '2020-08-28', '2026-10-28.dahlia']) {
    const wrong = await call('GET', '/v1/products', { headers: { 'Stripe-Version': version } })
    assert.deepEqual(
      [wrong.status, wrong.body.error.message],
      [400, `Invalid Stripe API version: ${version}`],
    )
    assert.match(wrong.headers.get('request-id') ?? '', /^req_/)
  }
})
