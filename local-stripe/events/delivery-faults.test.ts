import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

const completed = 'checkout.session.completed'

async function shopForTest(t: TestContext) {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: [completed, 'charge.succeeded'] })
  /** Pays one session and gives its id. */
  const pay = async () => {
    const session = await stripe.checkout.sessions.create(sessionParams())
    await payWithCard(session)
    return session.id
  }
  const settled = () =>
    eventually(async () => {
      const { body } = await control('GET', '/webhooks')
      return body.pending === 0 ? true : undefined
    }, 'end of all deliveries')
  const undelivered = async () => (await stripe.events.list({ delivery_success: false, limit: 100 })).data
  return { stripe, control, shop, pay, settled, undelivered }
}

test('A dropped webhook is never sent, counts as undelivered, and can be sent again by hand.', async (t) => {
  const { control, shop, pay, settled, undelivered } = await shopForTest(t)
  await control('POST', '/webhooks/faults', { fault: 'drop', type: completed })
  await pay()
  await settled()
  assert.deepEqual(shop.types(), ['charge.succeeded'])
  const [lost, ...others] = await undelivered()
  assert.deepEqual([lost?.type, lost?.pending_webhooks, others.length], [completed, 1, 0])
  await control('POST', '/clock/advance', { seconds: 4 * 24 * 3600 })
  await settled()
  assert.ok(!shop.types().includes(completed))
  await control('POST', '/webhooks/redeliver', { event: lost?.id })
  await shop.event(completed)
  await settled()
  assert.equal((await undelivered()).length, 0)
})

test('A swallowed webhook is never sent, though Stripe believes that it was taken.', async (t) => {
  const { control, shop, pay, settled, undelivered } = await shopForTest(t)
  await control('POST', '/webhooks/faults', { fault: 'swallow', times: 2 })
  await pay()
  await settled()
  assert.deepEqual([shop.types(), (await undelivered()).length], [[], 0])
})

test('A duplicated webhook comes twice, the same event with its own signature each time.', async (t) => {
  const { control, shop, pay, settled } = await shopForTest(t)
  await control('POST', '/webhooks/faults', { fault: 'duplicate', type: completed })
  await pay()
  await settled()
  const copies = shop.received.filter((event) => event.type === completed)
  assert.equal(copies.length, 2)
  assert.equal(new Set(copies.map((event) => event.id)).size, 1)
})

test('A delayed webhook comes late, and the shopper does not wait for it.', async (t) => {
  const { control, shop, pay, settled } = await shopForTest(t)
  await control('POST', '/webhooks/faults', { fault: 'delay', ms: 60_000, times: 2 })
  await pay()
  assert.deepEqual(shop.types(), [])
  assert.deepEqual((await control('GET', '/webhooks')).body, { held: false, pending: 2, due: 0, failed: 0 })
  await control('POST', '/clock/advance', { seconds: 61 })
  await settled()
  assert.equal(shop.received.length, 2)
})

test('Reordered webhooks come back to front.', async (t) => {
  const { control, shop, pay } = await shopForTest(t)
  await control('POST', '/webhooks/faults', { fault: 'reorder', type: completed, times: 3, ms: 90_000 })
  const paid = [await pay(), await pay(), await pay()]
  const come = () => shop.received.filter((event) => event.type === completed).length
  for (const count of [1, 2, 3]) {
    // The last is due after thirty seconds, the first after ninety: one comes with each step.
    await control('POST', '/clock/advance', { seconds: count === 1 ? 45 : 30 })
    await eventually(() => (come() === count ? true : undefined), `completed event ${count}`)
  }
  const sessions = shop.received.filter((event) => event.type === completed).map((event) => event.data.object)
  assert.deepEqual(
    sessions.map((session) => 'id' in session && session.id),
    paid.toReversed(),
  )
})

test('What was held meets the faults when it is let go; cleared faults meet nothing.', async (t) => {
  const { control, shop, pay, settled } = await shopForTest(t)
  await control('POST', '/webhooks/hold', { held: true })
  await pay()
  assert.deepEqual((await control('GET', '/webhooks')).body, { held: true, pending: 2, due: 2, failed: 0 })
  await control('POST', '/webhooks/faults', { fault: 'drop', times: 1000 })
  await control('POST', '/webhooks/hold', { held: false })
  await settled()
  assert.equal(shop.received.length, 0)
  await control('DELETE', '/webhooks/faults')
  await pay()
  await settled()
  assert.equal(shop.received.length, 2)
})

test('Hundreds of held webhooks all arrive, each once.', async (t) => {
  const { control, shop, pay, settled } = await shopForTest(t)
  await control('POST', '/webhooks/hold', { held: true })
  for (let round = 0; round < 15; round += 1) await Promise.all(Array.from({ length: 10 }, pay))
  await control('POST', '/webhooks/hold', { held: false })
  await settled()
  assert.equal(shop.received.length, 300)
  assert.equal(new Set(shop.received.map((event) => event.id)).size, 300)
})

test('An unknown fault and a nonsense count are refused.', async (t) => {
  const { control } = await localStripeForTest(t)
  for (const order of [{ fault: 'lose' }, { fault: 'drop', times: -1 }, { fault: 'drop', type: 7 }]) {
    const { status, body } = await control('POST', '/webhooks/faults', order)
    assert.deepEqual([status, typeof body.error], [400, 'string'])
  }
})

test('A fault for a type of event that there is none of is refused.', async (t) => {
  const { control } = await shopForTest(t)
  const answer = await control('POST', '/webhooks/faults', { fault: 'drop', type: 'charge.succeded' })
  assert.deepEqual([answer.status, answer.body], [400, { error: 'There is no event type charge.succeded.' }])
})
