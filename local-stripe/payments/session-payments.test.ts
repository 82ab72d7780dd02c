import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard, post } from '../testing/pay.ts'

const shopper = { email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE' }

test('Held money completes the session unpaid, and it is paid once it is captured.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const params = sessionParams({}, { payment_intent_data: { capture_method: 'manual' } })
  const { id, url } = await stripe.checkout.sessions.create(params)
  assert.equal((await payWithCard({ url })).status, 303)
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
  assert.deepEqual([session.status, session.payment_status], ['complete', 'unpaid'])
  const intent = session.payment_intent
  assert.ok(typeof intent === 'object' && intent !== null)
  assert.deepEqual([intent.status, intent.amount_capturable], ['requires_capture', 2500])
  await stripe.paymentIntents.capture(intent.id)
  assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, 'paid')
})

test('What a session says of its payment stands on the PaymentIntent and on the charge.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const customer = (await stripe.customers.create({ email: 'ann@example.com' })).id
  const payment_intent_data = {
    description: 'Order 7',
    receipt_email: 'ann@example.com',
    setup_future_usage: 'off_session',
    shipping: { name: 'Ann', address: { line1: 'Am Markt 1', city: 'Bonn' } },
    statement_descriptor_suffix: 'ORDER 7',
    transfer_group: 'orders',
  } as const
  const params = sessionParams({}, { customer, payment_intent_data })
  const { id, url } = await stripe.checkout.sessions.create(params)
  await payWithCard({ url })
  const { payment_intent } = await stripe.checkout.sessions.retrieve(id)
  const intent = await stripe.paymentIntents.retrieve(idOf(payment_intent), { expand: ['latest_charge'] })
  const charge = intent.latest_charge
  assert.ok(typeof charge === 'object' && charge !== null)
  for (const said of [intent, charge]) {
    assert.deepEqual(
      [said.description, said.receipt_email, said.statement_descriptor_suffix, said.transfer_group],
      ['Order 7', 'ann@example.com', 'ORDER 7', 'orders'],
    )
    assert.deepEqual([said.shipping?.name, said.shipping?.address?.city], ['Ann', 'Bonn'])
  }
  const { data } = await stripe.paymentMethods.list({ customer })
  assert.deepEqual(
    data.map((method) => method.id),
    [idOf(intent.payment_method)],
  )
})

test('The PaymentIntent of a session is left to the session.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id, url } = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard({ url }, { cardNumber: '4000000000000002' })
  const [intent] = (await stripe.paymentIntents.list()).data
  const created = intent?.id ?? ''
  await assert.rejects(stripe.paymentIntents.confirm(created), /created by Checkout/)
  await assert.rejects(stripe.paymentIntents.update(created, { amount: 100 }), /created by Checkout/)
  await assert.rejects(stripe.paymentIntents.cancel(created), /created by a Checkout Session/)
  const described = await stripe.paymentIntents.update(created, { metadata: { a: '1' } })
  assert.deepEqual(described.metadata, { a: '1' })
  await stripe.checkout.sessions.expire(id)
  assert.equal((await stripe.paymentIntents.retrieve(created)).status, 'canceled')
})

type Method = Stripe.Checkout.SessionCreateParams.AllowedPaymentMethodType
const delayed: [type: Method, currency: string, typed: Record<string, string>, paid: boolean][] = [
  ['us_bank_account', 'usd', { routingNumber: '110000000', accountNumber: '000123456789' }, true],
  ['us_bank_account', 'usd', { routingNumber: '110000000', accountNumber: '000111111113' }, false],
  ['konbini', 'jpy', { email: 'succeed_immediately@example.com' }, true],
  ['konbini', 'jpy', { confirmationNumber: '333 3333 3330' }, false],
  ['multibanco', 'eur', { email: 'succeed_immediately@example.com' }, true],
  ['multibanco', 'eur', { email: 'expire_immediately@example.com' }, false],
  ['sepa_debit', 'eur', { iban: 'IT60X0542811101000000123456' }, false],
]

test('A delayed payment completes the session unpaid, and a later event says how it ended.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  for (const [type, currency, typed, paid] of delayed) {
    const params = sessionParams({ currency }, { allowed_payment_method_types: [type] })
    const { id, url, payment_method_types } = await stripe.checkout.sessions.create(params)
    assert.deepEqual(payment_method_types, [type])
    const answer = await post(url ?? '', { ...shopper, paymentMethod: type, ...typed })
    assert.equal(answer.status, 303, `${type} ${answer.page.slice(0, 200)}`)
    const before = await stripe.checkout.sessions.retrieve(id)
    assert.deepEqual([before.status, before.payment_status], ['complete', 'unpaid'], type)
    await control('POST', '/clock/advance', { seconds: 2 })
    const after = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
    assert.deepEqual([after.status, after.payment_status], ['complete', paid ? 'paid' : 'unpaid'], type)
    const ending = `checkout.session.async_payment_${paid ? 'succeeded' : 'failed'}`
    const { data } = await stripe.events.list({ type: ending, limit: 1 })
    assert.match(JSON.stringify(data[0]?.data.object), new RegExp(id))
  }
})

test('A wallet is answered on its page: paid at once, or declined with the session still open.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const type of ['alipay', 'wechat_pay'] as const) {
    const params = sessionParams({ currency: 'cny' }, { allowed_payment_method_types: [type] })
    const { id, url } = await stripe.checkout.sessions.create(params)
    const away = await post(url ?? '', { ...shopper, paymentMethod: type })
    assert.equal(away.status, 303)
    const page = `${url}/authorize`
    assert.equal((await post(page, { outcome: 'fail' })).status, 402)
    assert.equal((await stripe.checkout.sessions.retrieve(id)).status, 'open')
    await post(url ?? '', { ...shopper, paymentMethod: type })
    const back = await post(page, { outcome: 'authorize' })
    assert.match(back.location ?? '', /^https:\/\/shop\.test\/success/)
    const paid = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
    assert.equal(paid.payment_status, 'paid')
    assert.match(JSON.stringify(paid.payment_intent), new RegExp(`"type":"${type}"`))
  }
})
