import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

const completed = 'checkout.session.completed' as const

test('An event is delivered when every endpoint that wants it has answered with a 2xx.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await receiveWebhooks(t, stripe, { events: [completed] })
  const broken = await receiveWebhooks(t, stripe, {
    events: [completed, 'charge.succeeded'],
    answer: () => 500,
  })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const typesOf = async (delivery_success: boolean) =>
    (await stripe.events.list({ delivery_success })).data.map((event) => event.type as string).toSorted()
  await eventually(() => (broken.signatures.length >= 2 ? true : undefined), 'second refusal')
  assert.deepEqual(await typesOf(false), ['charge.succeeded', completed])
  assert.deepEqual(await typesOf(true), ['payment_intent.created', 'payment_intent.succeeded'])
})

test('An event that is still on its way counts as undelivered, and so does one that was given up.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: [completed], answer: () => 500 })
  await control('POST', '/webhooks/hold', { held: true })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const undelivered = async () => (await stripe.events.list({ delivery_success: false })).data.length
  assert.equal(await undelivered(), 1)
  await control('POST', '/webhooks/hold', { held: false })
  await eventually(async () => {
    await control('POST', '/clock/advance', { seconds: 37 * 3600 })
    return (await control('GET', '/webhooks')).body.failed === 1 ? true : undefined
  }, 'end of the retries')
  assert.equal(await undelivered(), 1)
  assert.equal(shop.signatures.length, 4)
})

test('Events are found by a type, by several, and by a group with a star; not by both at once.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const count = async (params: object) => (await stripe.events.list(params)).data.length
  assert.equal(await count({ type: completed }), 1)
  assert.equal(await count({ types: [completed, 'charge.succeeded', 'refund.created'] }), 2)
  assert.equal(await count({ type: 'payment_intent.*' }), 2)
  assert.equal(await count({ type: '*' }), 4)
  assert.equal(await count({ type: 'payment_intent.?reated' }), 0)
  const both = await call('GET', `/v1/events?type=${completed}&types[]=${completed}`)
  assert.deepEqual([both.status, both.body.error.param], [400, 'type'])
  const tooMany = await call('GET', `/v1/events?${Array.from({ length: 21 }, () => 'types[]=a').join('&')}`)
  assert.equal(tooMany.status, 400)
})

test('Events are found by the time of their creation, on the clock that can be set.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await control('POST', '/clock', { now: 2_000_000_000 })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  await control('POST', '/clock', { now: 2_000_003_600 })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const count = async (created: object) =>
    (await stripe.events.list({ type: completed, created })).data.length
  assert.equal(await count({ gte: 2_000_003_600 }), 1)
  assert.equal(await count({ lt: 2_000_003_600 }), 1)
  assert.equal(await count({ gt: 1_999_999_999, lte: 2_000_003_700 }), 2)
})

test('Undelivered events can be read in pages from the oldest to the newest.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await receiveWebhooks(t, stripe, { events: [completed] })
  await control('POST', '/webhooks/faults', { fault: 'drop', times: 100 })
  for (let n = 0; n < 5; n += 1) await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const all = await stripe.events.list({ delivery_success: false })
  const oldest = all.data.at(-1)?.id ?? ''
  const later = await stripe.events.list({ delivery_success: false, ending_before: oldest, limit: 3 })
  assert.deepEqual(
    later.data.map((event) => event.id),
    all.data.slice(1, 4).map((event) => event.id),
  )
  assert.equal(later.has_more, true)
})

test('An event is shown for thirty days.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await stripe.products.create({ name: 'Mug' })
  const [event] = (await stripe.events.list()).data
  assert.ok(event)
  await control('POST', '/clock/advance', { seconds: 30 * 24 * 3600 - 60 })
  assert.equal((await stripe.events.retrieve(event.id)).id, event.id)
  await control('POST', '/clock/advance', { seconds: 60 })
  await assert.rejects(stripe.events.retrieve(event.id), { statusCode: 404 })
  assert.equal((await stripe.events.list()).data.length, 0)
})
