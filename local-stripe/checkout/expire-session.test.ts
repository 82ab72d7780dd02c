import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountForTest } from '../testing/account-for-test.ts'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { receiveWebhooks } from '../testing/webhook-receiver.ts'
import { recoverSession } from './recover-session.ts'

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

test('A payment that was begun is canceled when its session expires.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session, { cardNumber: '4000 0000 0000 0002' })
  const { payment_intent: id } = await stripe.checkout.sessions.expire(session.id)
  const intent = await stripe.paymentIntents.retrieve(idOf(id))
  assert.deepEqual([intent.status, intent.cancellation_reason], ['canceled', 'expired'])
  const types = (await stripe.events.list()).data.map((event) => event.type)
  assert.deepEqual(types.slice(0, 2), ['checkout.session.expired', 'payment_intent.canceled'])
})

test('An expired session can be recovered for thirty days, if the shop wanted that.', async (t) => {
  const { account, stripe, url } = await accountForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'once' })
  const created = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        after_expiration: { recovery: { enabled: true, allow_promotion_codes: true } },
        discounts: [{ coupon: coupon.id }],
        metadata: { order: '42' },
      },
    ),
  )
  const expired = await stripe.checkout.sessions.expire(created.id)
  const recovery = expired.after_expiration?.recovery
  assert.equal(recovery?.url, `${url}/c/recover/${created.id}`)
  const stored = account.store.find('checkout.session', created.id)
  assert.ok(stored !== null)
  const recovered = recoverSession(account, stored)
  const session = await stripe.checkout.sessions.retrieve(recovered?.id ?? '', { expand: ['line_items'] })
  assert.deepEqual(
    [
      session.status,
      session.recovered_from,
      session.amount_total,
      session.allow_promotion_codes,
      session.metadata,
    ],
    ['open', created.id, 2000, true, { order: '42' }],
  )
  assert.equal(session.line_items?.data[0]?.description, 'Mug')
  account.setClock(account.clock() + 31 * 86_400_000)
  assert.equal(recoverSession(account, stored), null)
})

test('Other sessions cannot be recovered.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const open = await stripe.checkout.sessions.create(
    sessionParams({}, { after_expiration: { recovery: { enabled: true } } }),
  )
  const { id } = await stripe.checkout.sessions.expire(
    (await stripe.checkout.sessions.create(sessionParams())).id,
  )
  for (const one of [open.id, id]) {
    const stored = account.store.find('checkout.session', one)
    assert.equal(stored && recoverSession(account, stored), null)
  }
})
