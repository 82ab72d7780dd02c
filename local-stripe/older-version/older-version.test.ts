import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, listenForTest } from '../testing/webhook-receiver.ts'

const old = { 'Stripe-Version': '2020-08-27' }
const amounts = (charge: { refunds: { data: { amount: number }[] } }) =>
  charge.refunds.data.map((refund) => refund.amount)
const form = (amount: number) =>
  'success_url=https://example.com/success&cancel_url=https://example.com/cancel&mode=payment' +
  `&line_items[0][amount]=${amount}&line_items[0][quantity]=1&line_items[0][name]=商品名&line_items[0][currency]=cny`

test('2020-08-27 takes an amount and a name in a line item and shows display_items.', async (t) => {
  const { call } = await localStripeForTest(t)
  const { status, body } = await call('POST', '/v1/checkout/sessions', { body: form(1000), headers: old })
  assert.equal(status, 200)
  assert.deepEqual(body.display_items, [
    {
      object: 'checkout.session.custom_display_item',
      amount: 1000,
      currency: 'cny',
      custom: { description: null, images: null, name: '商品名' },
      quantity: 1,
      type: 'custom',
    },
  ])
  assert.match(body.payment_intent, /^pi_/)
  assert.deepEqual(
    [
      body.amount_subtotal,
      body.amount_total,
      body.currency,
      body.status,
      body.payment_status,
      body.payment_method_types,
    ],
    [1000, 1000, 'cny', 'open', 'unpaid', ['card']],
  )
})

test('2020-08-27 refuses what converts to less than fifty cents in Stripe’s words.', async (t) => {
  const { call } = await localStripeForTest(t)
  const { status, body } = await call('POST', '/v1/checkout/sessions', { body: form(300), headers: old })
  assert.equal(status, 400)
  assert.deepEqual(body.error, {
    code: 'amount_too_small',
    doc_url: 'https://stripe.com/docs/error-codes/amount-too-small',
    message:
      "The Checkout Session's total amount must convert to at least 50 cents. ¥3.00 converts to approximately $0.47.",
    type: 'invalid_request_error',
  })
})

test('From 2022-08-01 on that shape is refused.', async (t) => {
  const { call } = await localStripeForTest(t)
  const headers = { 'Stripe-Version': '2022-08-01' }
  const { status, body } = await call('POST', '/v1/checkout/sessions', { body: form(1000), headers })
  assert.equal(status, 400)
  assert.match(body.error.message, /^You cannot use `line_items\.amount`/)
})

test('The event of such a session has the older shape, with a customer and four details of it.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  const session = await call('POST', '/v1/checkout/sessions', { body: form(1000), headers: old })
  await payWithCard(session.body, { billingCountry: 'CN' })
  const [event] = (await stripe.events.list({ type: 'checkout.session.completed' })).data
  assert.equal(event?.api_version, '2020-08-27')
  const { body } = await call('GET', `/v1/events/${event?.id}`, { headers: old })
  const object = body.data.object
  assert.match(object.customer, /^cus_/)
  assert.deepEqual(object.customer_details, {
    email: 'ann@example.com',
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  })
  assert.deepEqual(
    [object.status, object.payment_status, object.customer_creation, object.url],
    ['complete', 'paid', 'always', null],
  )
  const customer = await stripe.customers.retrieve(object.customer)
  assert.equal('email' in customer && customer.email, 'ann@example.com')
})

test('An endpoint made for 2020-08-27 gets every event in that version.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const bodies: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => bodies.push(chunk.toString('utf8')))
    request.on('end', () => response.end())
  })
  const url = await listenForTest(t, server)
  const body = `url=${url}/&enabled_events[]=checkout.session.completed&api_version=2020-08-27`
  await call('POST', '/v1/webhook_endpoints', { body })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const event = JSON.parse(await eventually(() => bodies[0], 'webhook'))
  assert.equal(event.api_version, '2020-08-27')
  assert.equal(event.data.object.display_items.length, 1)
  assert.equal(event.data.object.ui_mode, 'hosted')
})

test('2020-08-27 shows a charge with its refunds, and an event with those of its time.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  const session = await call('POST', '/v1/checkout/sessions', { body: form(1000), headers: old })
  await payWithCard(session.body, { billingCountry: 'CN' })
  const { payment_intent } = session.body
  for (const amount of [100, 200]) await stripe.refunds.create({ payment_intent, amount })
  const charges = await call('GET', `/v1/charges?payment_intent=${payment_intent}`, { headers: old })
  assert.deepEqual(amounts(charges.body.data[0]), [200, 100])
  const events = await call('GET', '/v1/events?type=charge.refunded', { headers: old })
  const seen = events.body.data.map((event: { data: { object: never } }) => amounts(event.data.object))
  assert.deepEqual(seen, [[200, 100], [100]])
  const newest = await call('GET', '/v1/events?type=charge.refunded')
  assert.equal('refunds' in newest.body.data[0].data.object, false)
})

test('2020-08-27 names the dispute on the charge.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  const session = await call('POST', '/v1/checkout/sessions', { body: form(1000), headers: old })
  await payWithCard(session.body, { billingCountry: 'CN', cardNumber: '4000000000000259' })
  const [dispute] = (await stripe.disputes.list()).data
  const { body } = await call('GET', `/v1/charges/${idOf(dispute?.charge)}`, { headers: old })
  assert.deepEqual([body.disputed, body.dispute], [true, dispute?.id])
})

test('2020-08-27 shows a payment with all its charges, declined ones too, and expands them by that name.', async (t) => {
  const { call, control } = await localStripeForTest(t)
  const session = await call('POST', '/v1/checkout/sessions', { body: form(1000), headers: old })
  await payWithCard(session.body, { billingCountry: 'CN', cardNumber: '4000000000000002' })
  await payWithCard(session.body, { billingCountry: 'CN' })
  const path = `/v1/payment_intents/${session.body.payment_intent}`
  const { body } = await call('GET', path, { headers: old })
  assert.deepEqual(
    body.charges.data.map((charge: { status: string }) => charge.status),
    ['succeeded', 'failed'],
  )
  assert.deepEqual([body.charges.total_count, 'latest_charge' in body, body.invoice], [2, false, null])
  await control('POST', '/clock/advance', { seconds: 5 })
  const expanded = await call('GET', `${path}?expand[]=charges.data.balance_transaction`, { headers: old })
  assert.equal(expanded.body.charges.data[0].balance_transaction.object, 'balance_transaction')
  const newest = await call('GET', `${path}?expand[]=charges.data.balance_transaction`)
  assert.equal(newest.body.error.message, 'This property cannot be expanded (charges).')
})

test('2020-08-27 shows what was shipped, and by which rate, on the session itself.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  const rate = await stripe.shippingRates.create({
    display_name: 'Post',
    type: 'fixed_amount',
    fixed_amount: { amount: 500, currency: 'usd' },
  })
  const { id } = await stripe.checkout.sessions.create(
    sessionParams({}, { shipping_options: [{ shipping_rate: rate.id }] }),
  )
  const { body } = await call('GET', `/v1/checkout/sessions/${id}`, { headers: old })
  assert.deepEqual([body.shipping_rate, body.shipping ?? null], [rate.id, null])
})
