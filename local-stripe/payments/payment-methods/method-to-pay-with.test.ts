import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../../testing/local-stripe-for-test.ts'
import { post } from '../../testing/pay.ts'

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

test('A card that two payments wait for at the bank pays one of them.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const card = { number: '4000000000003220', exp_month: 12, exp_year: 2040, cvc: '123' }
  const { id: payment_method } = await stripe.paymentMethods.create({ type: 'card', card })
  const waits = { amount: 2000, currency: 'usd', payment_method, confirm: true } as const
  const statuses: string[] = []
  const waiting = [0, 1].map(() =>
    stripe.paymentIntents.create({ ...waits, return_url: 'https://shop.test/' }),
  )
  for (const { id, next_action } of await Promise.all(waiting)) {
    await post(next_action?.redirect_to_url?.url ?? '', { outcome: 'authorize' })
    statuses.push((await stripe.paymentIntents.retrieve(id)).status)
  }
  assert.deepEqual(statuses, ['succeeded', 'requires_payment_method'])
})

test('A bank account that two payments wait for is verified for one of them.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: payment_method } = await stripe.paymentMethods.create({
    type: 'us_bank_account',
    billing_details: { name: 'Ann Lee' },
    us_bank_account: {
      account_holder_type: 'individual',
      account_number: '000123456789',
      routing_number: '110000000',
    },
  })
  const mandate_data = { customer_acceptance: { type: 'offline' } } as const
  const waits = { ...dollars, payment_method, confirm: true, mandate_data }
  const [first, second] = await Promise.all([0, 1].map(() => stripe.paymentIntents.create(waits)))
  const verify = (id = '') => stripe.paymentIntents.verifyMicrodeposits(id, { amounts: [32, 45] })
  assert.equal((await verify(first?.id)).status, 'processing')
  await assert.rejects(verify(second?.id), /may not be used again/)
})
