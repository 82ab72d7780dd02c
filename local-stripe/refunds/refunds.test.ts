import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, localStripeForTest, sessionParams, type Setup } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

async function paidIntent(stripe: Setup['stripe']): Promise<string> {
  const { id, url } = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard({ url })
  return idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent)
}

test('Partial refunds add up to the whole, and no further.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const payment_intent = await paidIntent(stripe)
  const first = await stripe.refunds.create({ payment_intent, amount: 1000, metadata: { why: 'late' } })
  assert.deepEqual([first.status, first.amount, first.currency], ['succeeded', 1000, 'usd'])
  await assert.rejects(stripe.refunds.create({ payment_intent, amount: 2000 }), {
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($20.00) is greater than unrefunded amount on charge ($15.00)',
  })
  const rest = await stripe.refunds.create({ charge: idOf(first.charge) })
  assert.equal(rest.amount, 1500)
  await assert.rejects(stripe.refunds.create({ payment_intent }), {
    code: 'charge_already_refunded',
    message: `Charge ${idOf(first.charge)} has already been refunded.`,
  })
  const charge = await stripe.charges.retrieve(idOf(first.charge), { expand: ['refunds'] })
  assert.deepEqual([charge.refunded, charge.amount_refunded, charge.refunds?.data.length], [true, 2500, 2])
})

test('A refund sends its four events.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const payment_intent = await paidIntent(stripe)
  const shop = await receiveWebhooks(t, stripe)
  const refund = await stripe.refunds.create({ payment_intent, amount: 500 })
  await eventually(() => (shop.received.length >= 4 ? true : undefined), 'fourth event')
  const expected = ['charge.refund.updated', 'charge.refunded', 'refund.created', 'refund.updated']
  assert.deepEqual(
    shop
      .types()
      .toSorted()
      .filter((type) => type !== 'charge.updated'),
    expected,
  )
  const refunded = await shop.event('charge.refunded')
  assert.equal(refunded.type === 'charge.refunded' && refunded.data.object.amount_refunded, 500)
  assert.equal((await stripe.refunds.list({ payment_intent })).data[0]?.id, refund.id)
})

test('What was never paid cannot be refunded.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session, { cardNumber: '4000000000000002' })
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id)
  await assert.rejects(stripe.refunds.create({ payment_intent: idOf(payment_intent) }), /successful charge/)
  await assert.rejects(stripe.refunds.create({ payment_intent: 'pi_x' }), { code: 'resource_missing' })
  await assert.rejects(stripe.refunds.create({}), /One of the following params should be provided/)
})

const inTens = (param: string) => ({ param, message: /kwd amounts must be divisible by 10/ })

test('A refund and a capture are in steps that their currency knows.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const automatic_payment_methods = { enabled: true, allow_redirects: 'never' } as const
  const dinars = { amount: 5120, currency: 'kwd', payment_method: 'pm_card_visa', confirm: true } as const
  const held = { ...dinars, automatic_payment_methods, capture_method: 'manual' } as const
  const { id } = await stripe.paymentIntents.create(held)
  await assert.rejects(
    stripe.paymentIntents.capture(id, { amount_to_capture: 5115 }),
    inTens('amount_to_capture'),
  )
  await stripe.paymentIntents.capture(id)
  await assert.rejects(stripe.refunds.create({ payment_intent: id, amount: 5 }), inTens('amount'))
  assert.equal((await stripe.refunds.create({ payment_intent: id, amount: 10 })).amount, 10)
})
