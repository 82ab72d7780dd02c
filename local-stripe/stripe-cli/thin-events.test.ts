import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, openCliSession } from '../testing/cli-listener.ts'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually } from '../testing/webhook-receiver.ts'

test('A thin event is taken by the SDK, which fetches the event and the object behind it.', async (t) => {
  const setup = await localStripeForTest(t)
  const session = await openCliSession(setup, ['v2_events'])
  const { frames } = await connect(t, session)
  const product = await setup.stripe.products.create({ name: 'Mug' })
  const frame = await eventually(() => frames[0], 'thin event')
  assert.equal(frame.type, 'v2_event')
  const signature = frame.http_headers['Stripe-Signature'] ?? ''
  const notification = setup.stripe.parseEventNotification(frame.payload, signature, session.secret)
  assert.ok(notification.type === 'v1.product.created')
  const event = await notification.fetchEvent()
  assert.deepEqual(
    [event.id, event.type, event.object],
    [notification.id, notification.type, 'v2.core.event'],
  )
  assert.deepEqual(await notification.fetchRelatedObject(), product)
  const [snapshot] = (await setup.stripe.events.list()).data
  assert.equal(event.snapshot_event, snapshot?.id)
  assert.throws(
    () => setup.stripe.webhooks.constructEvent(frame.payload, signature, session.secret),
    /thin event/,
  )
})

test('A thin event of a change tells, when it is fetched, what was there before and after.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session)
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id)
  await stripe.refunds.create({ payment_intent: idOf(payment_intent), amount: 100 })
  const { data } = await stripe.v2.core.events.list({ types: ['v1.charge.refunded'] })
  assert.partialDeepStrictEqual(data[0]?.changes, {
    before: { amount_refunded: 0 },
    after: { amount_refunded: 100 },
  })
})

test('A thin event about the balance names no id, for there is one balance.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_bypassPending',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
  await control('POST', '/clock/advance', { seconds: 10 })
  const { data } = await stripe.v2.core.events.list({ types: ['v1.balance.available'] })
  const [event] = data
  assert.ok(event?.type === 'v1.balance.available')
  assert.deepEqual(event.related_object, { type: 'balance', url: '/v1/balance' })
  assert.equal((await event.fetchRelatedObject()).object, 'balance')
})

test('Thin events are listed page by page, by type, object and time.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  const ids: string[] = []
  for (const name of ['a', 'b', 'c', 'd', 'e']) ids.unshift((await stripe.products.create({ name })).id)
  const told: string[] = []
  for await (const event of stripe.v2.core.events.list({ limit: 2, types: ['v1.product.created'] })) {
    if (event.type === 'v1.product.created') told.push(event.related_object.id)
  }
  assert.deepEqual(told, ids)
  const ofOne = await stripe.v2.core.events.list({ object_id: ids[2] ?? '' })
  assert.equal(ofOne.data.length, 1)
  const now = Math.floor(Date.now() / 1000)
  const listed = async (created: { gt?: number; gte?: number }) =>
    (await stripe.v2.core.events.list({ created })).data.length
  assert.deepEqual([await listed({ gt: now + 3600 }), await listed({ gte: now - 3600 })], [0, 5])
  const later = new Date((now + 3600) * 1000).toISOString()
  assert.equal((await call('GET', `/v2/core/events?created[gt]=${later}`)).body.data.length, 0)
})

test('A thin event that is none is a 404, a moment that is none a 400.', async (t) => {
  const { call, stripe } = await localStripeForTest(t)
  await stripe.products.create({ name: 'Mug' })
  const [snapshot] = (await stripe.events.list()).data
  for (const id of ['evt_test_65nothing', 'evt_nothing', snapshot?.id ?? '']) {
    assert.equal((await call('GET', `/v2/core/events/${id}`)).status, 404, id)
  }
  assert.equal((await call('GET', '/v2/core/events?created[gt]=yesterday')).status, 400)
  assert.equal((await call('GET', '/v2/core/events?page=evt_nothing')).status, 404)
  assert.equal((await call('GET', '/v2/core/event_destinations')).status, 501)
})

test('Who wants both gets the snapshot in two versions and the thin event once.', async (t) => {
  const setup = await localStripeForTest(t)
  const { frames } = await connect(t, await openCliSession(setup, ['webhooks', 'v2_events']))
  await setup.stripe.products.create({ name: 'Mug' })
  await eventually(() => frames[2], 'third frame')
  assert.deepEqual(
    frames.map((frame) => frame.type),
    ['webhook_event', 'webhook_event', 'v2_event'],
  )
})
