import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'

/** A shop with twenty dollars held on a card. */
async function held(t: TestContext) {
  const setup = await localStripeForTest(t)
  const intent = await setup.stripe.paymentIntents.create({
    amount: 2000,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    capture_method: 'manual',
    confirm: true,
    currency: 'usd',
    payment_method: 'pm_card_visa',
  })
  return { ...setup, intent: intent.id, charge: idOf(intent.latest_charge) }
}

test('Held money is captured and released through its PaymentIntent alone.', async (t) => {
  const { stripe, intent, charge } = await held(t)
  const byIntent = `This uncaptured Charge was created by a PaymentIntent (${intent}). You must`
  await assert.rejects(stripe.charges.capture(charge, { amount: 100 }), ({ message }: Error) =>
    message.startsWith(`${byIntent} capture the PaymentIntent instead.`),
  )
  for (const params of [{ charge }, { payment_intent: intent }]) {
    await assert.rejects(stripe.refunds.create(params), ({ message }: Error) =>
      message.startsWith(`${byIntent} cancel the PaymentIntent`),
    )
  }
})

test('Of a charge that was captured in part, that part is booked and can be refunded.', async (t) => {
  const { stripe, intent, charge, control } = await held(t)
  await stripe.paymentIntents.capture(intent, { amount_to_capture: 1500 })
  await control('POST', '/clock/advance', { seconds: 3 })
  const [booked] = (await stripe.balanceTransactions.list({ source: charge })).data
  assert.deepEqual([booked?.amount, booked?.fee], [1500, 74])
  await assert.rejects(stripe.refunds.create({ charge, amount: 1501 }), { param: 'amount' })
  assert.equal((await stripe.refunds.create({ charge })).amount, 1500)
  const { refunded, amount_refunded } = await stripe.charges.retrieve(charge)
  assert.deepEqual([refunded, amount_refunded], [true, 2000])
})

test('A hold can be made to expire, once.', async (t) => {
  const { stripe, intent, charge, call } = await held(t)
  const expire = () => call('POST', `/v1/test_helpers/charges/${charge}/expire`)
  assert.equal((await expire()).body.id, charge)
  const { data } = await stripe.events.list({ type: 'charge.expired' })
  assert.equal(data.length, 1)
  assert.equal((await stripe.paymentIntents.retrieve(intent)).status, 'canceled')
  assert.equal((await expire()).status, 400)
})
