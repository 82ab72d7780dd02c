import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operationAt, parametersOf } from '../schemas/operations.ts'
import { olderParameters } from '../schemas/older-parameters.ts'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { routes } from './routes.ts'

/** What the CLI calls and no type of the package's v1 describes. */
const ofTheCli = /\/v1\/(?:stripecli|payment_pages)\/|\/retry$|\/v2\//
const sessions = '/v1/checkout/sessions'

test('What Stripe takes and Local Stripe does not is a 501 that names it, at any depth.', async (t) => {
  const { call } = await localStripeForTest(t)
  const flat = await call('POST', '/v1/refunds', { body: 'payment_intent=pi_1&reverse_transfer=true' })
  const deep = await call('POST', sessions, {
    body: 'payment_intent_data[transfer_data][destination]=acct_1',
  })
  assert.deepEqual(
    [flat, deep].map(({ status, body }) => [status, body.error.code, body.error.param]),
    [
      [501, 'local_stripe_not_imitated', 'reverse_transfer'],
      [501, 'local_stripe_not_imitated', 'payment_intent_data[transfer_data]'],
    ],
  )
})

test('What nobody knows is refused first, and several at once.', async (t) => {
  const { call } = await localStripeForTest(t)
  const body = 'subscription_data[description]=x&colour=red&size=9'
  const { status, body: answer } = await call('POST', sessions, { body })
  assert.deepEqual(
    [status, answer.error.message, answer.error.param],
    [400, 'Received unknown parameters: colour, size', 'colour'],
  )
})

test('Inside of what is not imitated, unknown names and wrong kinds are Stripe’s refusals too.', async (t) => {
  const { call } = await localStripeForTest(t)
  const refusals = await Promise.all(
    ['[colour]=red', '[application_fee_percent]=much', '[trial_settings]=x', '[trial_period_days]=1.5'].map(
      async (said) => (await call('POST', sessions, { body: `subscription_data${said}` })).body.error.message,
    ),
  )
  assert.deepEqual(refusals, [
    'Received unknown parameter: subscription_data[colour]',
    'Invalid decimal: much',
    'Invalid object',
    'Invalid integer: 1.5',
  ])
})

test('A value of the wrong kind is refused with the name of its parameter.', async (t) => {
  const { call } = await localStripeForTest(t)
  const wrong = [
    ['mode=borrow', 'mode', 'Invalid mode: must be one of payment, setup, or subscription'],
    ['mode[a]=payment', 'mode', 'Invalid string: {"a":"payment"}'],
    ['allow_promotion_codes=perhaps', 'allow_promotion_codes', 'Invalid boolean: perhaps'],
    ['expires_at=tomorrow', 'expires_at', 'Invalid integer: tomorrow'],
    ['line_items=x', 'line_items', 'Invalid array'],
    ['line_items[a]=x', 'line_items', 'Invalid array'],
    ['line_items[0]=x', 'line_items[0]', 'Invalid object'],
    ['metadata=x', 'metadata', 'Invalid object'],
  ] as const
  for (const [body, param, message] of wrong) {
    const answer = await call('POST', sessions, { body })
    assert.deepEqual(
      [answer.status, answer.body.error.message, answer.body.error.param],
      [400, message, param],
    )
  }
})

test('A parameter that was taken away is taken from older versions and from requests without one.', async (t) => {
  const { call } = await localStripeForTest(t)
  const body = 'mode=payment&payment_method_types[]=card'
  const codes = await Promise.all(
    [{}, { 'Stripe-Version': '2026-08-26.dahlia' }, { 'Stripe-Version': '2026-10-28.endive' }].map(
      async (headers) => (await call('POST', sessions, { body, headers })).body.error.code,
    ),
  )
  assert.deepEqual(codes, ['parameter_missing', 'parameter_missing', 'parameter_unknown'])
})

test('Every URL of Stripe’s that is served has its parameters described, and every older one its type.', () => {
  const bare = routes.filter(({ method, path }) => operationAt(method, path) === null)
  assert.deepEqual(
    bare.map(({ method, path }) => `${method} ${path}`).filter((route) => !ofTheCli.test(route)),
    [],
  )
  for (const { of } of olderParameters) parametersOf(of)
})

// `created` is read by every list, and refused where Stripe does not take it.
test('Every field of a route is a parameter that Stripe takes or once took.', () => {
  const strangers = routes.flatMap(({ method, path, fields }) => {
    const takes = operationAt(method, path)?.takes
    if (takes === undefined) return []
    const older = olderParameters.filter(({ of }) => of === takes).map(({ parameters }) => parameters)
    const known = Object.assign({}, parametersOf(takes), ...older)
    return Object.keys(fields)
      .filter((name) => !(name in known) && name !== 'created')
      .map((name) => `${method} ${path} ${name}`)
  })
  assert.deepEqual(strangers, [])
})
