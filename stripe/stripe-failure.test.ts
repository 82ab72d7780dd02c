import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import Stripe from 'stripe'
import { createSession, expireSession, retrieveSession } from './checkout-sessions.ts'
import type { SessionRequest } from './session-params.ts'
import { describeStripeError, stripeFailure } from './stripe-failure.ts'
import { breakStripe, listStripeRequests, mendStripe } from './test-stripe.ts'

const log = mock.method(console, 'error', () => {})

const { errors } = Stripe
const failures: [error: Error, failure: string][] = [
  [new errors.StripeConnectionError({ message: 'refused', type: 'api_error' }), 'unavailable'],
  [new errors.StripeAPIError({ message: 'down', type: 'api_error', statusCode: 500 }), 'unavailable'],
  [new errors.StripeAPIError({ message: 'busy', type: 'api_error', statusCode: 503 }), 'unavailable'],
  [
    new errors.StripeAPIError({
      message: 'down, as before',
      type: 'api_error',
      statusCode: 500,
      headers: { 'idempotent-replayed': 'true' },
    }),
    'replayed',
  ],
  [new errors.StripeRateLimitError({ message: 'busy', type: 'api_error', statusCode: 429 }), 'unavailable'],
  [
    new errors.StripeIdempotencyError({
      message: 'in use',
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      statusCode: 409,
    }),
    'in-progress',
  ],
  [
    new errors.StripeInvalidRequestError({
      message: 'locked',
      type: 'invalid_request_error',
      code: 'lock_timeout',
      statusCode: 409,
    }),
    'unavailable',
  ],
  [
    new errors.StripeAuthenticationError({ message: 'no', type: 'invalid_request_error', statusCode: 401 }),
    'refused',
  ],
  [
    new errors.StripePermissionError({ message: 'no', type: 'invalid_request_error', statusCode: 403 }),
    'refused',
  ],
  [invalid('parameter_unknown'), 'refused'],
  [invalid('resource_missing', 404), 'not-found'],
  [invalid('amount_too_small'), 'amount-too-small'],
  [invalid('amount_too_large'), 'amount-too-large'],
]

for (const [error, failure] of failures) {
  test(`${error.constructor.name} (${error.message}) means: ${failure}`, () => {
    assert.equal(stripeFailure(error), failure)
  })
}

test('An error that is not Stripe’s is a mistake of ours, and goes on', () => {
  const mine = new TypeError('mine')

  assert.throws(
    () => stripeFailure(mine),
    (error) => error === mine,
  )
})

test('What an operator reads of a failure has no headers, no key and no body in it', () => {
  const error = new errors.StripeInvalidRequestError({
    message: 'Missing required param: mode.',
    type: 'invalid_request_error',
    code: 'parameter_missing',
    param: 'mode',
    requestId: 'req_1',
    headers: { authorization: 'Bearer sk_test_secret' },
  })

  assert.deepEqual(describeStripeError(error), {
    type: 'StripeInvalidRequestError',
    code: 'parameter_missing',
    param: 'mode',
    message: 'Missing required param: mode.',
    requestId: 'req_1',
  })
  assert.deepEqual(describeStripeError('text'), { error: 'text' })
})

test('A total that only Stripe knows to be too small is told as such', async () => {
  assert.deepEqual(await createSession(aSession({ currency: 'jpy', unitAmount: 50 })), {
    ok: false,
    failure: 'amount-too-small',
  })
})

test('A total that is too large for Stripe is told as such', async () => {
  assert.deepEqual(await createSession(aSession({ unitAmount: 60_000_000, quantity: 2 })), {
    ok: false,
    failure: 'amount-too-large',
  })
})

test('A request that Stripe refuses is told to the log, once and with the request’s id', async () => {
  const before = log.mock.callCount()

  const answer = await createSession({ ...aSession(), expiresAt: new Date(Date.now() + 60_000) })

  assert.deepEqual(answer, { ok: false, failure: 'refused' })
  assert.equal(log.mock.callCount(), before + 1)
  const [, described] = log.mock.calls.at(-1)?.arguments ?? []
  assert.match(JSON.stringify(described), /req_.*/)
  assert.doesNotMatch(JSON.stringify(described), /sk_test/)
})

test('A session that does not exist is not found, whatever is done with it', async () => {
  for (const work of [retrieveSession, expireSession])
    assert.deepEqual(await work('cs_test_a1nobody'), { ok: false, failure: 'not-found' })
})

test('The same request sent again makes no second session', async () => {
  const request = aSession()

  const [first, second] = [await createSession(request), await createSession(request)]

  assert.ok(first.ok && second.ok)
  assert.equal(first.session.id, second.session.id)
})

test('A lost answer is asked for once more, with the same key', async () => {
  const request = aSession()
  await breakStripe({ fault: '500' })

  const answer = await createSession(request)

  await mendStripe()
  assert.ok(answer.ok)
  const keys = (await listStripeRequests()).map(({ idempotency_key: key }) => key)
  assert.equal(keys.filter((key) => key === request.idempotencyKey).length, 2)
})

function aSession({ currency = 'usd', unitAmount = 1200, quantity = 1 } = {}): SessionRequest {
  return {
    orderId: '7Q4DX-2MXPW',
    idempotencyKey: `kiosk_${Math.random()}`,
    locale: 'en',
    currency,
    lines: [{ name: 'Tea cup', unitAmount, quantity, picture: 'cup' }],
    shippingOffers: [],
    expiresAt: new Date(Date.now() + 31 * 60_000),
  }
}

function invalid(code: string, statusCode = 400): Error {
  return new errors.StripeInvalidRequestError({
    message: code,
    type: 'invalid_request_error',
    code,
    statusCode,
  })
}
