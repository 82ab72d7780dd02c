import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest } from '../../testing/local-stripe-for-test.ts'
import { post } from '../../testing/pay.ts'

const return_url = 'https://shop.test/back'
const asks = 'pm_card_threeDSecure2Required'

function asked(stripe: Stripe, confirmation_method: 'manual' | 'automatic') {
  const dollars = { amount: 2000, currency: 'usd', payment_method: asks }
  return stripe.paymentIntents.create({ ...dollars, confirm: true, confirmation_method, return_url })
}

function bankPage(intent: Stripe.PaymentIntent): string {
  return intent.next_action?.redirect_to_url?.url ?? ''
}

test('What the bank was asked about one card is not taken for another.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const intent = await asked(stripe, 'manual')
  await post(bankPage(intent), { outcome: 'authorize' })
  const other = await stripe.paymentIntents.confirm(intent.id, { payment_method: asks, return_url })
  assert.equal(other.status, 'requires_action')
})

test('What the bank was asked about one amount is not taken for another.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const intent = await asked(stripe, 'manual')
  await post(bankPage(intent), { outcome: 'authorize' })
  await stripe.paymentIntents.update(intent.id, { amount: 9900 })
  const more = await stripe.paymentIntents.confirm(intent.id, { return_url })
  assert.deepEqual([more.status, more.amount_received], ['requires_action', 0])
  await post(bankPage(more), { outcome: 'authorize' })
  const paid = await stripe.paymentIntents.confirm(intent.id, { return_url })
  assert.deepEqual([paid.status, paid.amount_received], ['succeeded', 9900])
})

test('With another amount, what the bank still asks is void, and the payment is confirmed anew.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const intent = await asked(stripe, 'automatic')
  const same = await stripe.paymentIntents.update(intent.id, { amount: 2000 })
  assert.equal(same.status, 'requires_action')
  const changed = await stripe.paymentIntents.update(intent.id, { amount: 9900 })
  assert.deepEqual([changed.status, changed.next_action], ['requires_confirmation', null])
  await post(bankPage(intent), { outcome: 'authorize' })
  assert.equal((await stripe.paymentIntents.retrieve(intent.id)).amount_received, 0)
  const again = await stripe.paymentIntents.confirm(intent.id, { return_url })
  assert.equal(again.status, 'requires_action')
})
