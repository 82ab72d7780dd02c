import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithIban } from '../testing/pay.ts'
import { receiveWebhooks } from '../testing/webhook-receiver.ts'

const euros = sessionParams({ currency: 'eur' })

test('A debit completes the session unpaid, and is paid a moment later.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe)
  const { id, url } = await stripe.checkout.sessions.create(euros)
  assert.equal((await payWithIban({ url }, 'AT61 1904 3002 3457 3201')).status, 303)
  const completed = await shop.event('checkout.session.completed')
  assert.equal(
    completed.type === 'checkout.session.completed' && completed.data.object.payment_status,
    'unpaid',
  )
  const paid = await shop.event('checkout.session.async_payment_succeeded')
  assert.equal(
    paid.type === 'checkout.session.async_payment_succeeded' && paid.data.object.payment_status,
    'paid',
  )
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
  assert.deepEqual([session.status, session.payment_status], ['complete', 'paid'])
  const types = shop.types()
  for (const type of [
    'payment_intent.processing',
    'charge.pending',
    'charge.succeeded',
    'payment_intent.succeeded',
  ]) {
    assert.ok(types.includes(type as never), type)
  }
})

test('A debit that the bank refuses leaves the session complete and unpaid for good.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe)
  const { id, url } = await stripe.checkout.sessions.create(euros)
  await payWithIban({ url }, 'AT861904300235473202')
  await shop.event('checkout.session.async_payment_failed')
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
  assert.deepEqual([session.status, session.payment_status], ['complete', 'unpaid'])
  const intent = session.payment_intent
  assert.equal(typeof intent === 'object' && intent?.status, 'requires_payment_method')
})

test('The slow accounts take three minutes of the clock.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { id, url } = await stripe.checkout.sessions.create(euros)
  await payWithIban({ url }, 'AT321904300235473204')
  await control('POST', '/clock/advance', { seconds: 170 })
  assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, 'unpaid')
  await control('POST', '/clock/advance', { seconds: 11 })
  assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, 'paid')
})

test('A real IBAN is refused, and dollars cannot be debited.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(euros)
  const refused = await payWithIban(session, 'DE02120300000000202051')
  assert.equal(refused.status, 400)
  assert.match(refused.page, /not one of Stripe’s test IBANs/)
  const dollars = await stripe.checkout.sessions.create(sessionParams())
  assert.equal((await payWithIban(dollars, 'AT611904300234573201')).status, 400)
  assert.equal((await stripe.charges.list()).data.length, 0)
})
