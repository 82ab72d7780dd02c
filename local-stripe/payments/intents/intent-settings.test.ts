import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureOf } from '../../testing/failure-of.ts'
import { idOf, localStripeForTest, sessionParams } from '../../testing/local-stripe-for-test.ts'
import { post } from '../../testing/pay.ts'

const now = { confirm: true, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const
const dollars = { amount: 2000, currency: 'usd' }

test('With manual confirmation the shop confirms once more after the bank was answered.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const return_url = 'https://shop.test/back'
  const waiting = await stripe.paymentIntents.create({
    ...dollars,
    confirm: true,
    confirmation_method: 'manual',
    payment_method: 'pm_card_threeDSecure2Required',
    return_url,
  })
  await post(waiting.next_action?.redirect_to_url?.url ?? '', { outcome: 'authorize' })
  assert.equal((await stripe.paymentIntents.retrieve(waiting.id)).status, 'requires_confirmation')
  const paid = await stripe.paymentIntents.confirm(waiting.id, { return_url, expand: ['latest_charge'] })
  assert.equal(paid.status, 'succeeded')
  assert.match(JSON.stringify(paid.latest_charge), /"result":"authenticated"/)
})

test('One method may be held, or kept, where the others are not.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const customer = (await stripe.customers.create()).id
  const held = await stripe.paymentIntents.create({
    ...dollars,
    ...now,
    customer,
    payment_method: 'pm_card_visa',
    payment_method_options: { card: { capture_method: 'manual', setup_future_usage: 'off_session' } },
  })
  assert.deepEqual([held.status, held.capture_method], ['requires_capture', 'automatic_async'])
  assert.equal((await stripe.paymentMethods.list({ customer })).data.length, 1)
  assert.equal((await stripe.paymentIntents.cancel(held.id)).status, 'canceled')
  const charge = await stripe.charges.retrieve(idOf(held.latest_charge))
  assert.deepEqual([charge.refunded, charge.amount_refunded, charge.captured], [true, 2000, false])
})

test('PaymentIntents are found by what they are, newest first.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const order of ['1', '2', '2']) {
    await stripe.paymentIntents.create({ ...dollars, metadata: { order } })
  }
  const { data } = await stripe.paymentIntents.search({ query: 'metadata["order"]:"2" AND currency:"usd"' })
  assert.equal(data.length, 2)
  assert.equal((await stripe.paymentIntents.search({ query: 'status:"succeeded"' })).data.length, 0)
  assert.equal((await stripe.paymentIntents.list({ limit: 2 })).has_more, true)
})

test('What cannot be held is not offered, and refused where it was demanded.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const held = await stripe.paymentIntents.create({ ...dollars, capture_method: 'manual' })
  assert.deepEqual(held.payment_method_types, ['card'])
  const body =
    'amount=2000&currency=usd&capture_method=manual&confirm=true&payment_method_types[]=us_bank_account' +
    '&payment_method=pm_usBankAccount_success&mandate_data[customer_acceptance][type]=offline'
  const refused = await call('POST', '/v1/payment_intents', { body })
  assert.match(refused.body.error.message, /manual capture/)
  const session = stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        allowed_payment_method_types: ['us_bank_account'],
        payment_intent_data: { capture_method: 'manual' },
      },
    ),
  )
  assert.match((await failureOf(session)).message, /No valid payment method types/)
})
