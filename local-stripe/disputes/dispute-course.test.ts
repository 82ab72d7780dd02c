import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { paidSession } from '../testing/paid-session.ts'

const fraudulent = '4000000000000259'
const inquiry = '4000000000001976'

/** A shop with one payment by a card that is disputed. */
async function disputedWith(t: TestContext, cardNumber: string) {
  const setup = await paidSession(t, { cardNumber })
  const [dispute] = (await setup.stripe.disputes.list()).data
  assert.ok(dispute)
  return { ...setup, dispute }
}

test('Staged evidence is submitted by saying so, and counts once.', async (t) => {
  const { stripe, dispute, eventsOf } = await disputedWith(t, fraudulent)
  const update = (params: object) => () => stripe.disputes.update(dispute.id, params)
  const evidence = { product_description: 'Two mugs' }
  assert.deepEqual(await eventsOf(update({ evidence, submit: false })), ['charge.dispute.updated'])
  assert.deepEqual(await eventsOf(update({ evidence, submit: false })), [])
  const submitted = ['charge.dispute.updated', 'charge.updated']
  assert.deepEqual(await eventsOf(update({ submit: true })), submitted)
  const { status, evidence_details } = await stripe.disputes.retrieve(dispute.id)
  const { submission_count, submission_method } = evidence_details
  assert.deepEqual([status, submission_count, submission_method], ['under_review', 1, 'manual'])
})

test('Too much evidence, and what nobody could read, is refused.', async (t) => {
  const { stripe, dispute } = await disputedWith(t, fraudulent)
  const update = (evidence: object) => stripe.disputes.update(dispute.id, { evidence })
  await assert.rejects(update({ refund_policy_disclosure: 'x'.repeat(20_001) }), {
    param: 'evidence[refund_policy_disclosure]',
  })
  const texts = ['access_activity_log', 'billing_address', 'customer_name', 'service_date', 'shipping_date']
  const more = ['product_description', 'shipping_address', 'uncategorized_text']
  const all = Object.fromEntries([...texts, ...more].map((name) => [name, 'x'.repeat(20_000)]))
  await assert.rejects(update(all), { statusCode: 400, param: 'evidence' })
  await assert.rejects(update({ customer_name: ['x'] }), { statusCode: 400 })
})

test('A chargeback that nobody answers is lost after its deadline; one under review is not.', async (t) => {
  const silent = await disputedWith(t, fraudulent)
  const { due_by } = silent.dispute.evidence_details
  const pass = (setup: typeof silent, now: number | null) => () => setup.control('POST', '/clock', { now })
  assert.deepEqual(await silent.eventsOf(pass(silent, due_by)), ['balance.available'])
  const late = pass(silent, (due_by ?? 0) + 2)
  assert.deepEqual(await silent.eventsOf(late), ['charge.dispute.closed'])
  const { status, evidence_details } = await silent.stripe.disputes.retrieve(silent.dispute.id)
  assert.deepEqual([status, evidence_details.past_due], ['lost', false])
  const answered = await disputedWith(t, fraudulent)
  const evidence = { uncategorized_text: 'We sent it.' }
  await answered.stripe.disputes.update(answered.dispute.id, { evidence })
  await answered.eventsOf(pass(answered, (due_by ?? 0) + 2))
  assert.equal((await answered.stripe.disputes.retrieve(answered.dispute.id)).status, 'under_review')
})

test('An inquiry that is never escalated closes 120 days after the payment.', async (t) => {
  const { stripe, dispute, control, eventsOf } = await disputedWith(t, inquiry)
  const days = (count: number) => () => control('POST', '/clock/advance', { seconds: count * 24 * 3600 })
  const disputed = async () => (await stripe.disputes.retrieve(dispute.id)).status
  await days(119)()
  assert.equal(await disputed(), 'warning_needs_response')
  assert.deepEqual(await eventsOf(days(1)), ['charge.dispute.closed'])
  assert.equal(await disputed(), 'warning_closed')
})

test('An inquiry that the shop closes tells of reinstated money, as the Stripe CLI expects, and moves none.', async (t) => {
  const { stripe, dispute, eventsOf } = await disputedWith(t, inquiry)
  assert.deepEqual(await eventsOf(() => stripe.disputes.close(dispute.id)), [
    'charge.dispute.closed',
    'charge.dispute.funds_reinstated',
    'charge.updated',
  ])
  const { status, balance_transactions } = await stripe.disputes.retrieve(dispute.id)
  assert.deepEqual([status, balance_transactions], ['warning_closed', []])
})

test('A whole refund settles an inquiry, part of one does not.', async (t) => {
  const { stripe, dispute, payment_intent, eventsOf } = await disputedWith(t, inquiry)
  const refund = (params: object) => () => stripe.refunds.create({ payment_intent, ...params })
  const refunded = ['refund.created', 'charge.refunded', 'refund.updated', 'charge.refund.updated']
  assert.deepEqual(await eventsOf(refund({ amount: 100 })), refunded)
  assert.deepEqual(await eventsOf(refund({})), [...refunded, 'charge.dispute.closed'])
  assert.equal((await stripe.disputes.retrieve(dispute.id)).status, 'warning_closed')
})

test('Older clients ask for the dispute under its charge.', async (t) => {
  const { call, dispute } = await disputedWith(t, fraudulent)
  const path = `/v1/charges/${idOf(dispute.charge)}/dispute`
  assert.equal((await call('GET', path)).body.id, dispute.id)
  const staged = await call('POST', path, { body: 'evidence[customer_name]=Ann&submit=false' })
  assert.equal(staged.body.evidence.customer_name, 'Ann')
  assert.equal((await call('POST', `${path}/close`)).body.status, 'lost')
  const missing = await call('GET', '/v1/charges/ch_x/dispute')
  assert.deepEqual([missing.status, missing.body.error.param], [404, 'charge'])
})

test('An American bank takes a debit back because nobody authorized it, and that is final.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const online = { ip_address: '127.0.0.1', user_agent: 'test' }
  const { id } = await stripe.paymentIntents.create({
    allowed_payment_method_types: ['us_bank_account'],
    amount: 2000,
    confirm: true,
    currency: 'usd',
    mandate_data: { customer_acceptance: { type: 'online', online } },
    payment_method: 'pm_usBankAccount_dispute',
  })
  await stripe.paymentIntents.verifyMicrodeposits(id, { amounts: [32, 45] })
  await control('POST', '/clock/advance', { seconds: 1 })
  const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data
  assert.deepEqual([dispute?.status, dispute?.reason], ['lost', 'debit_not_authorized'])
  assert.deepEqual([dispute?.balance_transactions[0]?.net, dispute?.is_charge_refundable], [-3500, false])
})
