import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../../testing/local-stripe-for-test.ts'

const dollars = {
  amount: 2000,
  currency: 'usd',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const
const token = { type: 'card', card: { token: 'tok_visa' } } as const

test('A payment method without a customer pays one of the payments that wait for it, and not the other.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: payment_method } = await stripe.paymentMethods.create(token)
  const first = await stripe.paymentIntents.create({ ...dollars, payment_method })
  const second = await stripe.paymentIntents.create({ ...dollars, payment_method })
  assert.equal((await stripe.paymentIntents.confirm(first.id)).status, 'succeeded')
  await assert.rejects(stripe.paymentIntents.confirm(second.id), /previously used .* may not be used again/)
  assert.equal((await stripe.paymentIntents.retrieve(second.id)).status, 'requires_confirmation')
  assert.equal((await stripe.charges.list()).data.length, 1)
})

test('A payment method that was detached meanwhile does not pay.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: customer } = await stripe.customers.create()
  const { id: payment_method } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const { id } = await stripe.paymentIntents.create({ ...dollars, customer, payment_method })
  await stripe.paymentMethods.detach(payment_method)
  await assert.rejects(stripe.paymentIntents.confirm(id), /was detached from a Customer/)
})

test('The payment method of one customer does not pay for another.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: customer } = await stripe.customers.create()
  const { id: other } = await stripe.customers.create()
  const { id: payment_method } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const { id } = await stripe.paymentIntents.create({ ...dollars, customer, payment_method })
  await stripe.paymentIntents.update(id, { customer: other })
  await assert.rejects(stripe.paymentIntents.confirm(id), { param: 'payment_method' })
  await stripe.paymentIntents.update(id, { customer })
  assert.equal((await stripe.paymentIntents.confirm(id)).status, 'succeeded')
})
