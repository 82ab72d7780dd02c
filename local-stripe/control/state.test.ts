import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { test, type TestContext } from 'node:test'
import { localStripeForTest, sessionParams, type Setup } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, listenForTest, receiveWebhooks } from '../testing/webhook-receiver.ts'

const idempotencyKey = 'order-1'

/** A shop with something of everything: a paid order, one that waits, a webhook that nobody took. */
async function busyAccount(t: TestContext) {
  const setup = await localStripeForTest(t)
  const { stripe, control } = setup
  const shop = await receiveWebhooks(t, stripe, { events: ['product.created'], answer: () => 500 })
  const paid = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey })
  await payWithCard(paid)
  const open = await stripe.checkout.sessions.create(sessionParams())
  await stripe.products.create({ name: 'Mug' })
  await eventually(() => (shop.signatures.length === 1 ? true : undefined), 'first attempt')
  await control('POST', '/clock/advance', { seconds: 5 })
  return { ...setup, paid, open }
}

async function snapshotOf({ control }: Setup) {
  const { status, body } = await control('GET', '/snapshot')
  assert.equal(status, 200)
  return body
}

test('After a restoration everything is as it was: objects, webhooks, what is due, keys, the clock.', async (t) => {
  const setup = await busyAccount(t)
  const { stripe, control, paid, open } = setup
  const snapshot = await snapshotOf(setup)
  const { now } = (await control('GET', '/clock')).body
  await control('POST', '/clock/advance', { seconds: 40 * 24 * 3600 })
  await stripe.products.create({ name: 'Cup' })
  assert.equal((await stripe.checkout.sessions.retrieve(open.id)).status, 'expired')
  await control('POST', '/webhooks/hold', { held: true })
  assert.equal((await control('POST', '/restore', snapshot)).body.restored, true)
  const again = await snapshotOf(setup)
  assert.deepEqual(again.tables, snapshot.tables)
  assert.ok(Math.abs((await control('GET', '/clock')).body.now - now) < 5)
  assert.equal((await stripe.checkout.sessions.retrieve(open.id)).status, 'open')
  assert.equal((await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey })).id, paid.id)
  assert.equal((await control('GET', '/webhooks')).body.held, false)
  await control('POST', '/clock/advance', { seconds: 24 * 3600 })
  assert.equal((await stripe.checkout.sessions.retrieve(open.id)).status, 'expired')
})

test('A snapshot restores another Local Stripe as well.', async (t) => {
  const from = await busyAccount(t)
  const to = await localStripeForTest(t)
  await to.control('POST', '/restore', await snapshotOf(from))
  assert.equal((await to.stripe.checkout.sessions.retrieve(from.paid.id)).payment_status, 'paid')
})

test('A snapshot that was changed, cut, or taken by another version is refused and changes nothing.', async (t) => {
  const setup = await busyAccount(t)
  const snapshot = await snapshotOf(setup)
  const { objects } = snapshot.tables
  const broken = [
    {},
    { ...snapshot, local_stripe_snapshot: 2 },
    { ...snapshot, schema: 0 },
    { ...snapshot, clock: 1 },
    { ...snapshot, clock: 'noon' },
    { ...snapshot, digest: undefined },
    { ...snapshot, tables: undefined },
    { ...snapshot, tables: { ...snapshot.tables, objects: { ...objects, rows: objects.rows.slice(1) } } },
    { ...snapshot, tables: { ...snapshot.tables, objects: { ...objects, rows: [[{}]] } } },
    { ...snapshot, tables: { ...snapshot.tables, objects: { columns: 7, rows: [] } } },
    { ...snapshot, tables: { objects } },
    { ...snapshot, webhooks: { held: 'no', retries: 'sandbox' } },
  ]
  for (const one of broken) {
    const { status, body } = await setup.control('POST', '/restore', one)
    assert.deepEqual([status, typeof body.error], [400, 'string'])
  }
  assert.deepEqual((await snapshotOf(setup)).tables, snapshot.tables)
})

test('A reset forgets everything but the endpoint that a shop’s settings asked for.', async (t) => {
  const setup = await busyAccount(t)
  const { stripe, control, paid } = setup
  const order = { url: 'http://127.0.0.1:9/webhooks' }
  const kept = (await control('POST', '/webhooks/endpoint', order)).body
  await control('POST', '/faults', { fault: '500', times: 100, path: '/v1/refunds' })
  await control('POST', '/webhooks/hold', { held: true })
  await control('POST', '/clock/advance', { seconds: 1_000_000 })
  assert.deepEqual((await control('POST', '/reset')).body, { reset: true })
  assert.deepEqual((await control('GET', '/requests')).body.requests, [])
  assert.deepEqual((await control('GET', '/faults')).body.faults, [])
  assert.deepEqual((await control('GET', '/webhooks')).body, { held: false, pending: 0, due: 0, failed: 0 })
  assert.ok(Math.abs((await control('GET', '/clock')).body.now - Date.now() / 1000) < 5)
  assert.equal((await stripe.checkout.sessions.list()).data.length, 0)
  assert.equal((await stripe.events.list()).data.length, 0)
  assert.deepEqual(
    (await stripe.webhookEndpoints.list()).data.map(({ id }) => id),
    [kept.id],
  )
  assert.deepEqual((await control('POST', '/webhooks/endpoint', order)).body, kept)
  const fresh = await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey })
  assert.notEqual(fresh.id, paid.id)
})

test('Snapshots are kept by name, over resets, until they are forgotten.', async (t) => {
  const { stripe, control, paid } = await busyAccount(t)
  assert.equal((await control('POST', '/snapshots', { name: 'one-order-paid' })).status, 200)
  await control('POST', '/reset')
  await control('POST', '/restore', { name: 'one-order-paid' })
  assert.equal((await stripe.checkout.sessions.retrieve(paid.id)).payment_status, 'paid')
  const { snapshots } = (await control('GET', '/snapshots')).body
  assert.deepEqual(
    snapshots.map((snapshot: { name: string }) => snapshot.name),
    ['one-order-paid'],
  )
  assert.equal((await control('DELETE', '/snapshots', { name: 'one-order-paid' })).status, 200)
  for (const [method, path, body] of [
    ['POST', '/restore', { name: 'one-order-paid' }],
    ['DELETE', '/snapshots', { name: 'one-order-paid' }],
    ['POST', '/snapshots', { name: '../x' }],
    ['POST', '/snapshots', {}],
  ] as const) {
    assert.equal((await control(method, path, body)).status, 400)
  }
})

test('What is on its way when a state is put back says nothing about it.', async (t) => {
  const setup = await localStripeForTest(t)
  const { stripe, control } = setup
  const waiting: ServerResponse[] = []
  const url = await listenForTest(
    t,
    createServer((_request, response) => void waiting.push(response)),
  )
  await stripe.webhookEndpoints.create({ url, enabled_events: ['product.created'] })
  await control('POST', '/webhooks/hold', { held: true })
  await stripe.products.create({ name: 'Mug' })
  const snapshot = await snapshotOf(setup)
  await control('POST', '/webhooks/hold', { held: false })
  const response = await eventually(() => waiting[0], 'attempt')
  await control('POST', '/restore', snapshot)
  response.end()
  await once(response, 'close')
  assert.deepEqual((await control('GET', '/webhooks')).body, { held: true, pending: 1, due: 1, failed: 0 })
})
