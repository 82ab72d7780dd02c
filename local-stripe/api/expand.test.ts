import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'

const sessions = '/v1/checkout/sessions'

test('Expansion goes through lists and down four levels.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const created = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(created)
  const session = await stripe.checkout.sessions.retrieve(created.id, {
    expand: [
      'line_items.data.price.product',
      'payment_intent.latest_charge',
      'payment_intent.payment_method',
    ],
  })
  const product = session.line_items?.data[0]?.price?.product
  assert.equal(typeof product === 'object' && 'name' in product && product.name, 'Mug')
  const intent = session.payment_intent
  assert.ok(typeof intent === 'object' && intent !== null)
  assert.equal(typeof intent.latest_charge === 'object' && intent.latest_charge?.paid, true)
  const listed = await call('GET', `${sessions}?expand[]=data.payment_intent.latest_charge.customer`)
  assert.equal(listed.body.data[0].payment_intent.latest_charge.object, 'charge')
  const stored = await stripe.checkout.sessions.retrieve(created.id)
  assert.equal(typeof stored.payment_intent, 'string')
  assert.equal('line_items' in stored, false)
})

test('A charge shows its refunds, newest first, and they their charge.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session)
  const payment_intent = idOf((await stripe.checkout.sessions.retrieve(session.id)).payment_intent)
  for (const amount of [100, 200]) await stripe.refunds.create({ payment_intent, amount })
  const { data } = await stripe.charges.list({ payment_intent, expand: ['data.refunds'] })
  const refunds = data[0]?.refunds
  assert.deepEqual(
    [refunds?.data.map(({ amount }) => amount), refunds?.has_more, refunds?.url],
    [[200, 100], false, `/v1/charges/${data[0]?.id}/refunds`],
  )
  const [refund] = refunds?.data ?? []
  const whole = await stripe.refunds.retrieve(refund?.id ?? '', { expand: ['charge.refunds'] })
  assert.equal(typeof whole.charge === 'object' && whole.charge?.refunds?.data.length, 2)
})

test('What a POST answers can be expanded too, and what is there already may be named.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const expand = ['line_items', 'customer_details', 'automatic_tax', 'payment_intent', 'payment_link']
  const session = await stripe.checkout.sessions.create(sessionParams({}, { expand }))
  assert.equal(session.line_items?.data.length, 1)
  assert.deepEqual([session.payment_intent, session.payment_link], [null, null])
})

test('What cannot be expanded, lies too deep or is not asked for in a list’s data is refused.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  const messages = await Promise.all(
    [
      `${sessions}/${id}?expand[]=metadata`,
      `${sessions}/${id}?expand[]=nonsense`,
      `${sessions}/${id}?expand[]=payment_intent.b`,
      `${sessions}/${id}?expand[]=line_items.data.price.currency`,
      `${sessions}/${id}?expand[]=line_items.price`,
      `${sessions}?expand[]=customer`,
      `${sessions}?expand[]=data.customer.nonsense`,
      `${sessions}?expand[]=data.payment_intent.latest_charge.customer.sources`,
      `${sessions}?expand=data.customer`,
    ].map(async (path) => {
      const { status, body } = await call('GET', path)
      return [status, body.error?.message]
    }),
  )
  assert.deepEqual(messages, [
    [400, 'This property cannot be expanded (metadata).'],
    [400, 'This property cannot be expanded (nonsense).'],
    [400, 'This property cannot be expanded (payment_intent.b).'],
    [400, 'This property cannot be expanded (line_items.data.price.currency).'],
    [400, 'This property cannot be expanded (line_items.price).'],
    [
      400,
      "This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead.",
    ],
    [400, 'This property cannot be expanded (customer.nonsense).'],
    [
      400,
      'You cannot expand more than 4 levels of a property. Property: data.payment_intent.latest_charge.customer.sources',
    ],
    [400, 'Invalid array'],
  ])
  assert.equal((await call('GET', `${sessions}?expand[]=data`)).status, 200)
})

test('A refused expansion makes nothing.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const { status } = await call('POST', '/v1/products', { body: 'name=Mug&expand[]=nonsense' })
  assert.equal(status, 400)
  assert.equal((await stripe.products.list()).data.length, 0)
})
