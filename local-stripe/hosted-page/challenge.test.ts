import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard, post } from '../testing/pay.ts'

const asks = ['4000002500003155', '4000002760003184', '4000000000003220']

test('A card that asks leads to the bank, and pays once the shopper has passed.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  for (const cardNumber of asks) {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const challenged = await payWithCard(session, { cardNumber })
    assert.deepEqual([challenged.status, challenged.location], [303, `/c/pay/${session.id}/challenge`])
    const [intent] = (await stripe.paymentIntents.list({ limit: 1 })).data
    assert.deepEqual([intent?.status, intent?.next_action?.type], ['requires_action', 'use_stripe_sdk'])
    const passed = await post(`${url}${challenged.location}`, { outcome: 'authorize' })
    assert.deepEqual(
      [passed.status, passed.location],
      [303, `https://shop.test/success?session_id=${session.id}`],
    )
    const [charge] = (await stripe.charges.list({ limit: 1 })).data
    assert.equal(charge?.payment_method_details?.card?.three_d_secure?.result, 'authenticated')
  }
})

test('The bank stands in a frame in a frame, with Stripe’s own buttons in forms that need no script.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session, { cardNumber: asks[0] ?? '' })
  const page = await (await fetch(`${url}/c/pay/${session.id}/challenge`)).text()
  assert.match(
    page,
    /<iframe[^>]*name="__privateStripeFrame1"[^>]*src="\/c\/pay\/cs_test_\w+\/challenge\/frame"/,
  )
  const frame = await (await fetch(`${url}/c/pay/${session.id}/challenge/frame`)).text()
  assert.match(frame, /<iframe[^>]*id="challengeFrame"[^>]*src="\/c\/pay\/cs_test_\w+\/challenge\/bank"/)
  const bank = await (await fetch(`${url}/c/pay/${session.id}/challenge/bank`)).text()
  assert.match(bank, /id="test-source-authorize-3ds"/)
  assert.match(bank, /id="test-source-fail-3ds"/)
  assert.equal(bank.match(/<form[^>]*target="_top"/g)?.length, 2)
})

test('Failing the challenge charges nothing and leaves the session open.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  const challenged = await payWithCard(session, { cardNumber: asks[0] ?? '' })
  const failed = await post(`${url}${challenged.location}`, { outcome: 'fail' })
  assert.equal(failed.status, 402)
  assert.match(failed.page, /We are unable to authenticate your payment method/)
  const [intent] = (await stripe.paymentIntents.list()).data
  assert.equal(intent?.last_payment_error?.code, 'payment_intent_authentication_failure')
  assert.equal((await stripe.charges.list()).data.length, 0)
  assert.equal((await payWithCard(session)).status, 303)
})

test('Passing the challenge does not help a card that the bank declines.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const cards = { '4000008400001629': 'generic_decline', '4000008260003178': 'insufficient_funds' }
  for (const [cardNumber, declineCode] of Object.entries(cards)) {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const challenged = await payWithCard(session, { cardNumber })
    assert.equal((await post(`${url}${challenged.location}`, { outcome: 'authorize' })).status, 402)
    const [intent] = (await stripe.paymentIntents.list({ limit: 1 })).data
    assert.equal(intent?.last_payment_error?.decline_code, declineCode)
  }
})

test('An answer that no payment waits for goes back to the checkout.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  const answer = await post(`${url}/c/pay/${session.id}/challenge`, { outcome: 'authorize' })
  assert.deepEqual([answer.status, answer.location], [303, `/c/pay/${session.id}`])
  assert.equal((await stripe.charges.list()).data.length, 0)
})
