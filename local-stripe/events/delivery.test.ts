import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

test('A card payment sends its five events, signed, with the session as it became.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe)
  const session = await stripe.checkout.sessions.create(sessionParams({}, { metadata: { order: '9' } }))
  await payWithCard(session)
  const event = await shop.event('checkout.session.completed')
  assert.ok(event.type === 'checkout.session.completed')
  const { id, status, payment_status, metadata } = event.data.object
  assert.deepEqual([id, status, payment_status, metadata], [session.id, 'complete', 'paid', { order: '9' }])
  assert.deepEqual([event.object, event.livemode, event.api_version], ['event', false, '2026-10-28.endive'])
  assert.equal(event.pending_webhooks, 1)
  await control('POST', '/clock/advance', { seconds: 3 })
  await shop.event('charge.updated')
  assert.deepEqual(shop.types().toSorted(), [
    'charge.succeeded',
    'charge.updated',
    'checkout.session.completed',
    'payment_intent.created',
    'payment_intent.succeeded',
  ])
})

test('The shopper comes back only after the shop has taken the event.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['checkout.session.completed'] })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  assert.deepEqual(shop.types(), ['checkout.session.completed'])
})

test('Held webhooks wait, and the shopper does not wait for them.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['checkout.session.completed'] })
  await control('POST', '/webhooks/hold', { held: true })
  const paid = await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  assert.equal(paid.status, 303)
  assert.deepEqual(shop.types(), [])
  await control('POST', '/webhooks/hold', { held: false })
  await shop.event('checkout.session.completed')
})

test('A webhook that is not taken comes again later, with a new signature, until it is.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const events = ['checkout.session.completed' as const]
  const shop = await receiveWebhooks(t, stripe, { events, answer: (n) => [500, 302, 200][n - 1] ?? 200 })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const [event] = (await stripe.events.list({ type: 'checkout.session.completed' })).data
  assert.equal(event?.pending_webhooks, 1)
  await eventually(async () => {
    await control('POST', '/clock/advance', { seconds: 3600 })
    return shop.received.length > 0 ? true : undefined
  }, 'third attempt')
  assert.equal(shop.signatures.length, 3)
  assert.equal(new Set(shop.signatures).size, 3)
  const taken = await eventually(async () => {
    const { pending_webhooks } = await stripe.events.retrieve(event?.id ?? '')
    return pending_webhooks === 0 ? 0 : undefined
  }, 'count of zero')
  assert.equal(taken, 0)
})

test('An endpoint that is down is tried again.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['checkout.session.completed'] })
  const nobody = 'http://127.0.0.1:9/webhooks'
  await stripe.webhookEndpoints.update(shop.endpoint.id, { url: nobody })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  assert.equal((await stripe.events.list({ delivery_success: false })).data.length, 1)
  await stripe.webhookEndpoints.update(shop.endpoint.id, { url: shop.url })
  await control('POST', '/clock/advance', { seconds: 10 })
  await shop.event('checkout.session.completed')
})

test('A resent event is the same event, delivered once more.', async (t) => {
  const { stripe, call, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['checkout.session.completed'] })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const { id } = await shop.event('checkout.session.completed')
  await call('POST', `/v1/events/${id}/retry`, { body: `webhook_endpoint=${shop.endpoint.id}` })
  await eventually(() => (shop.received.length === 2 ? true : undefined), 'second delivery')
  await control('POST', '/webhooks/redeliver', { event: id })
  await eventually(() => (shop.received.length === 3 ? true : undefined), 'third delivery')
  assert.deepEqual(
    shop.received.map((event) => event.id),
    [id, id, id],
  )
})

test('Events can be listed by types and by whether they were delivered.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const types = ['charge.succeeded', 'checkout.session.completed']
  const listed = await stripe.events.list({ types })
  assert.deepEqual(listed.data.map((event) => event.type as string).toSorted(), types)
  assert.equal((await stripe.events.list({ delivery_success: true })).data.length, 4)
  assert.equal((await stripe.events.list({ delivery_success: false })).data.length, 0)
  assert.ok(listed.data[0])
  assert.equal((await stripe.events.retrieve(listed.data[0].id)).id, listed.data[0].id)
})
