import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { receiveWebhooks } from '../testing/webhook-receiver.ts'

test('The clock can be read and set, and runs on from there.', async (t) => {
  let real = 1_800_000_000_000
  const { stripe, control } = await localStripeForTest(t, { clock: () => real })
  assert.deepEqual((await control('GET', '/clock')).body, { now: 1_800_000_000 })
  assert.deepEqual((await control('POST', '/clock', { now: 1_900_000_000 })).body, { now: 1_900_000_000 })
  real += 5000
  assert.equal((await stripe.checkout.sessions.create(sessionParams())).created, 1_900_000_005)
  assert.deepEqual((await control('POST', '/clock/advance', { seconds: 60 })).body, { now: 1_900_000_065 })
})

test('A clock set forward brings about what was due in between.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { id, expires_at } = await stripe.checkout.sessions.create(sessionParams())
  await control('POST', '/clock', { now: expires_at })
  assert.equal((await stripe.checkout.sessions.retrieve(id)).status, 'expired')
})

test('Signatures hold on the receiver’s clock, wherever this one stands.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['checkout.session.completed'] })
  const now = Math.floor(Date.now() / 1000)
  for (const moved of [now - 7 * 24 * 3600, now + 7 * 24 * 3600]) {
    await control('POST', '/clock', { now: moved })
    const before = shop.received.length
    await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
    assert.equal(shop.received.length, before + 1)
    assert.ok(Math.abs((shop.received.at(-1)?.created ?? 0) - moved) < 60)
  }
})

test('A moment that is none is refused.', async (t) => {
  const { control } = await localStripeForTest(t)
  for (const body of [{}, { now: 'noon' }, { now: -1 }, { now: 1.5 }]) {
    assert.equal((await control('POST', '/clock', body)).status, 400)
  }
})
