import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { receiveWebhooks } from '../testing/webhook-receiver.ts'

test('A session expires by itself at its time, and an event says so.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe)
  const expires_at = Math.floor(Date.now() / 1000) + 1860
  const { id } = await stripe.checkout.sessions.create(sessionParams({}, { expires_at }))
  await control('POST', '/clock/advance', { seconds: 1800 })
  assert.equal((await stripe.checkout.sessions.retrieve(id)).status, 'open')
  await control('POST', '/clock/advance', { seconds: 61 })
  const session = await stripe.checkout.sessions.retrieve(id)
  assert.deepEqual([session.status, session.url, session.payment_status], ['expired', null, 'unpaid'])
  const event = await shop.event('checkout.session.expired')
  assert.equal(event.type === 'checkout.session.expired' && event.data.object.id, id)
})

test('The shop can expire an open session, once.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  assert.equal((await stripe.checkout.sessions.expire(id)).status, 'expired')
  await assert.rejects(stripe.checkout.sessions.expire(id), {
    statusCode: 400,
    message:
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of "expired".',
  })
})

test('A paid session cannot be expired, and does not expire at its time.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session)
  await assert.rejects(stripe.checkout.sessions.expire(session.id), /a status of "complete"/)
  await control('POST', '/clock/advance', { seconds: 25 * 3600 })
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).status, 'complete')
})
