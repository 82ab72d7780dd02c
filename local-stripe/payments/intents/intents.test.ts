import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureOf } from '../../testing/failure-of.ts'
import { idOf, localStripeForTest } from '../../testing/local-stripe-for-test.ts'

const now = { confirm: true, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const
const dollars = { amount: 2000, currency: 'usd' }

test('A PaymentIntent waits for a payment method, for its confirmation, and is paid.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const intent = await stripe.paymentIntents.create({ ...dollars, metadata: { order: '7' } })
  assert.equal(intent.status, 'requires_payment_method')
  assert.deepEqual(intent.automatic_payment_methods, { allow_redirects: 'always', enabled: true })
  assert.deepEqual(intent.payment_method_types, ['card', 'us_bank_account', 'alipay', 'wechat_pay'])
  const chosen = await stripe.paymentIntents.update(intent.id, { payment_method: 'pm_card_visa' })
  assert.equal(chosen.status, 'requires_confirmation')
  assert.match(idOf(chosen.payment_method), /^pm_1/)
  const paid = await stripe.paymentIntents.confirm(intent.id, {
    return_url: 'https://shop.test/back',
    expand: ['latest_charge'],
  })
  assert.deepEqual([paid.status, paid.amount_received, paid.metadata], ['succeeded', 2000, { order: '7' }])
  const charge = paid.latest_charge
  assert.ok(typeof charge === 'object' && charge !== null)
  assert.deepEqual([charge.paid, charge.captured, charge.metadata], [true, true, { order: '7' }])
  await assert.rejects(stripe.paymentIntents.confirm(intent.id), /already succeeded/)
})

test('The events of a payment come in Stripe’s order, under the request that made it.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await stripe.paymentIntents.create({ ...dollars, ...now, payment_method: 'pm_card_visa' })
  await control('POST', '/clock/advance', { seconds: 3 })
  const { data } = await stripe.events.list()
  assert.deepEqual(data.map((event) => event.type).toReversed(), [
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'charge.updated',
  ])
  assert.match(data[3]?.request?.id ?? '', /^req_/)
})

test('A declined payment answers 402 with what happened, and the PaymentIntent can be paid with another card.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const declined = stripe.paymentIntents.create({
    ...dollars,
    ...now,
    payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
  })
  const error = await failureOf(declined)
  assert.deepEqual(
    [error.statusCode, error.type, error.code, error.decline_code, error.advice_code],
    [402, 'StripeCardError', 'card_declined', 'insufficient_funds', 'try_again_later'],
  )
  assert.equal(error.doc_url, 'https://stripe.com/docs/error-codes/card-declined')
  assert.match(error.charge ?? '', /^ch_3/)
  assert.equal(error.payment_method?.card?.last4, '9995')
  const id = error.payment_intent?.id ?? ''
  const intent = await stripe.paymentIntents.retrieve(id)
  assert.deepEqual([intent.status, intent.payment_method], ['requires_payment_method', null])
  assert.equal(intent.last_payment_error?.decline_code, 'insufficient_funds')
  assert.equal((await stripe.charges.retrieve(error.charge ?? '')).failure_code, 'card_declined')
  const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
  assert.equal(paid.status, 'succeeded')
  assert.equal(paid.last_payment_error, null)
})

test('A key replays a declined payment as it was.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const params = { ...dollars, ...now, payment_method: 'pm_card_chargeDeclinedExpiredCard' }
  const pay = () => failureOf(stripe.paymentIntents.create(params, { idempotencyKey: 'one' }))
  const [first, second] = [await pay(), await pay()]
  assert.equal(first.payment_intent?.id, second.payment_intent?.id)
  assert.equal((await stripe.paymentIntents.list()).data.length, 1)
})

test('Held money is captured in part, and the rest goes back.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const held = await stripe.paymentIntents.create({
    ...dollars,
    ...now,
    payment_method: 'pm_card_visa',
    capture_method: 'manual',
  })
  assert.deepEqual([held.status, held.amount_capturable, held.amount_received], ['requires_capture', 2000, 0])
  await assert.rejects(
    stripe.paymentIntents.capture(held.id, { amount_to_capture: 2001 }),
    /greater than the authorized/,
  )
  const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 })
  assert.deepEqual(
    [captured.status, captured.amount_capturable, captured.amount_received],
    ['succeeded', 0, 1500],
  )
  const charge = await stripe.charges.retrieve(idOf(captured.latest_charge))
  assert.deepEqual([charge.amount_captured, charge.amount_refunded, charge.captured], [1500, 500, true])
  await assert.rejects(stripe.paymentIntents.capture(held.id), /status of succeeded/)
  await control('POST', '/clock/advance', { seconds: 3 })
  const { data } = await stripe.events.list()
  assert.deepEqual(data.map((event) => event.type).toReversed(), [
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.amount_capturable_updated',
    'charge.captured',
    'payment_intent.succeeded',
    'charge.updated',
  ])
})

test('Held money that nobody captures goes back after a week.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const params = { ...dollars, ...now, payment_method: 'pm_card_visa', capture_method: 'manual' } as const
  const { id } = await stripe.paymentIntents.create(params)
  await control('POST', '/clock/advance', { seconds: 7 * 24 * 3600 + 1 })
  const intent = await stripe.paymentIntents.retrieve(id)
  assert.deepEqual([intent.status, intent.cancellation_reason], ['canceled', 'automatic'])
})

test('A PaymentIntent is canceled with its reason, and no other way leads on from there.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.paymentIntents.create(dollars)
  const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'duplicate' })
  assert.deepEqual([canceled.status, canceled.cancellation_reason], ['canceled', 'duplicate'])
  assert.equal(typeof canceled.canceled_at, 'number')
  await assert.rejects(stripe.paymentIntents.cancel(id), /cannot cancel .* status of canceled/)
  await assert.rejects(
    stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
    /status of canceled/,
  )
  await assert.rejects(stripe.paymentIntents.update(id, { amount: 100 }), /amount could not be updated/)
})

test('A card that asks the bank waits for the shopper, and without the shopper is declined.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const payment_method = 'pm_card_authenticationRequired'
  const waiting = await stripe.paymentIntents.create({ ...dollars, ...now, payment_method })
  assert.deepEqual([waiting.status, waiting.next_action?.type], ['requires_action', 'use_stripe_sdk'])
  const return_url = 'https://shop.test/back'
  const leading = await stripe.paymentIntents.create({ ...dollars, ...now, payment_method, return_url })
  assert.equal(leading.next_action?.redirect_to_url?.return_url, return_url)
  const absent = await failureOf(
    stripe.paymentIntents.create({ ...dollars, ...now, payment_method, off_session: true }),
  )
  assert.deepEqual([absent.code, absent.decline_code], ['authentication_required', 'authentication_required'])
  const unhandled = await failureOf(
    stripe.paymentIntents.create({ ...dollars, ...now, payment_method, error_on_requires_action: true }),
  )
  assert.equal(unhandled.decline_code, 'authentication_not_handled')
})

test('Without a return_url a PaymentIntent that may lead away is not confirmed.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const params = { ...dollars, confirm: true, payment_method: 'pm_card_visa' }
  await assert.rejects(stripe.paymentIntents.create(params), /you must provide a `return_url`/)
  assert.equal((await stripe.paymentIntents.list()).data.length, 0)
})

test('payment_method_types are refused by the newest version and taken without one.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const body = 'amount=2000&currency=usd&confirm=true&payment_method=pm_card_visa&payment_method_types[]=card'
  const headers = { 'Stripe-Version': '2026-10-28.endive' }
  const refused = await call('POST', '/v1/payment_intents', { body, headers })
  assert.deepEqual(
    [refused.status, refused.body.error.code],
    [400, 'payment_method_types_no_longer_supported'],
  )
  const paid = await call('POST', '/v1/payment_intents', { body })
  assert.deepEqual([paid.status, paid.body.status], [200, 'succeeded'])
  assert.deepEqual([paid.body.payment_method_types, paid.body.automatic_payment_methods], [['card'], null])
  const wrong = await call('POST', '/v1/payment_intents', {
    body: 'amount=2000&currency=usd&payment_method_types[]=sepa_debit',
  })
  assert.match(wrong.body.error.message, /currency provided \(usd\) is invalid/)
  const types = ['card']
  const allowed = await stripe.paymentIntents.create({ ...dollars, allowed_payment_method_types: ['card'] })
  assert.deepEqual(allowed.payment_method_types, types)
})
