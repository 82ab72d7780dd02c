// Refunds of what was not paid by card.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { watchEvents } from '../testing/paid-session.ts'

const email = 'ann+succeed_immediately@example.com'
const payments = {
  konbini: { amount: 2500, currency: 'jpy' },
  multibanco: { amount: 2500, currency: 'eur' },
  us_bank_account: { amount: 2500, currency: 'usd' },
}

/** A shop with one payment by a method. */
async function paidBy(t: TestContext, type: keyof typeof payments) {
  const setup = await localStripeForTest(t)
  const { stripe, control } = setup
  const intent = await stripe.paymentIntents.create({
    ...payments[type],
    allowed_payment_method_types: [type],
    confirm: true,
    ...(type === 'us_bank_account'
      ? { mandate_data, payment_method: 'pm_usBankAccount_success' }
      : { payment_method_data: { type, billing_details: { email, name: 'Ann Lee' } } }),
  })
  if (intent.status === 'requires_action' && type === 'us_bank_account') {
    await stripe.paymentIntents.verifyMicrodeposits(intent.id, { amounts: [32, 45] })
  }
  const wait = (seconds: number) => control('POST', '/clock/advance', { seconds })
  for (const seconds of [2, 3]) await wait(seconds)
  const { latest_charge } = await stripe.paymentIntents.retrieve(intent.id)
  return { ...setup, charge: idOf(latest_charge), wait, eventsOf: watchEvents(stripe) }
}

const mandate_data = {
  customer_acceptance: { type: 'online', online: { ip_address: '127.0.0.1', user_agent: 'test' } },
} as const
const updates = ['refund.updated', 'charge.refund.updated']

test('A refund of a konbini payment waits for the customer’s account, and goes on once it is there.', async (t) => {
  const { stripe, charge, control, wait, eventsOf } = await paidBy(t, 'konbini')
  const refund = await stripe.refunds.create({ charge, amount: 1000 })
  const { email_sent, expires_at } = refund.next_action?.display_details ?? {}
  assert.deepEqual([refund.status, refund.next_action?.type], ['requires_action', 'display_details'])
  assert.deepEqual(email_sent, { email_sent_at: refund.created, email_sent_to: email })
  assert.equal(expires_at, refund.created + 45 * 24 * 3600)
  const answer = () => control('POST', '/refunds/details', { refund: refund.id })
  assert.deepEqual(await eventsOf(answer), updates)
  const pending = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual(
    [pending.status, pending.pending_reason, pending.next_action],
    ['pending', 'processing', undefined],
  )
  assert.equal((await answer()).status, 400)
  assert.deepEqual(await eventsOf(() => wait(31)), ['charge.refunded', ...updates])
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
})

test('A refund that waits for the customer can be canceled, and only that.', async (t) => {
  const { stripe, charge, eventsOf } = await paidBy(t, 'multibanco')
  const refund = await stripe.refunds.create({ charge })
  assert.deepEqual(await eventsOf(() => stripe.refunds.cancel(refund.id)), updates)
  const canceled = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual([canceled.status, canceled.failure_reason], ['canceled', 'merchant_request'])
  assert.match(idOf(canceled.failure_balance_transaction), /^txn_/)
  const unsupported = { statusCode: 400, message: 'Canceling this refund is unsupported.' }
  await assert.rejects(stripe.refunds.cancel(refund.id), unsupported)
  await assert.rejects(stripe.refunds.cancel('re_x'), { statusCode: 404, param: 'refund' })
  assert.equal((await stripe.refunds.create({ charge })).status, 'requires_action')
})

test('A customer who never answers gets nothing, after 45 days.', async (t) => {
  const { stripe, charge, wait, eventsOf } = await paidBy(t, 'konbini')
  const refund = await stripe.refunds.create({ charge })
  const month = () => wait(45 * 24 * 3600 + 1)
  assert.deepEqual(await eventsOf(month), ['balance.available', 'refund.failed', ...updates])
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'failed')
})

test('The mail that asks goes to the address that the refund names.', async (t) => {
  const { stripe, charge } = await paidBy(t, 'konbini')
  await assert.rejects(stripe.refunds.create({ charge, instructions_email: 'bob' }), {
    code: 'email_invalid',
  })
  const refund = await stripe.refunds.create({ charge, instructions_email: 'bob@example.com' })
  const sent = refund.next_action?.display_details?.email_sent.email_sent_to
  assert.deepEqual([refund.instructions_email, sent], ['bob@example.com', 'bob@example.com'])
})

test('Refunds to bank accounts are pending first, and booked as refunds of a payment.', async (t) => {
  const { stripe, charge, wait } = await paidBy(t, 'us_bank_account')
  const refund = await stripe.refunds.create({ charge, amount: 100 })
  assert.deepEqual([refund.status, refund.pending_reason], ['pending', 'processing'])
  assert.equal(refund.destination_details?.type, 'us_bank_transfer')
  const { type, description } = await stripe.balanceTransactions.retrieve(idOf(refund.balance_transaction))
  assert.deepEqual([type, description], ['payment_refund', 'REFUND FOR PAYMENT'])
  await wait(31)
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
})
