import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard, payWithIban } from '../testing/pay.ts'

const fraudulent = '4000000000000259'
const inquiry = '4000000000001976'

/** A shop with one payment by a card that is disputed. */
async function disputedWith(t: TestContext, cardNumber: string) {
  const setup = await localStripeForTest(t)
  const { stripe, control } = setup
  const { id, url } = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard({ url }, { cardNumber })
  const payment_intent = idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent)
  await control('POST', '/clock/advance', { seconds: 3 })
  const { data: disputes } = await stripe.disputes.list({ payment_intent })
  const dispute = disputes[0]
  assert.ok(dispute)
  const wait = () => control('POST', '/clock/advance', { seconds: 6 })
  const types = async () =>
    (await stripe.events.list({ limit: 100 })).data.map((event) => event.type as string).toReversed()
  /** The types of the events that some work brings about. */
  const eventsOf = async (work: () => Promise<unknown>) => {
    const before = (await types()).length
    await work()
    return (await types()).slice(before)
  }
  const submit = (uncategorized_text: string) =>
    stripe.disputes.update(dispute.id, { evidence: { uncategorized_text } })
  return { ...setup, payment_intent, dispute, wait, types, eventsOf, submit }
}

test('A payment with 4000000000000259 is disputed as fraudulent, and the money is withdrawn.', async (t) => {
  const { stripe, dispute, types } = await disputedWith(t, fraudulent)
  assert.match(dispute.id, /^du_/)
  assert.deepEqual(
    [dispute.status, dispute.reason, dispute.amount, dispute.is_charge_refundable],
    ['needs_response', 'fraudulent', 2500, false],
  )
  assert.deepEqual(dispute.payment_method_details?.card, {
    brand: 'visa',
    case_type: 'chargeback',
    network: 'visa',
    network_reason_code: '10.4',
  })
  const [withdrawn] = dispute.balance_transactions
  assert.deepEqual([withdrawn?.amount, withdrawn?.fee, withdrawn?.net], [-2500, 1500, -4000])
  assert.equal((await stripe.charges.retrieve(idOf(dispute.charge))).disputed, true)
  assert.deepEqual(await types(), [
    'payment_intent.created',
    'charge.succeeded',
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'payment_intent.succeeded',
    'checkout.session.completed',
    'charge.updated',
  ])
})

test('Each disputing card has its own dispute.', async (t) => {
  const { dispute } = await disputedWith(t, '4000000000002685')
  const { dispute: asked } = await disputedWith(t, inquiry)
  const { stripe, payment_intent } = await disputedWith(t, '4000000404000079')
  assert.deepEqual([dispute.status, dispute.reason], ['needs_response', 'product_not_received'])
  assert.deepEqual([asked.status, asked.balance_transactions], ['warning_needs_response', []])
  const { data } = await stripe.disputes.list({ payment_intent })
  assert.deepEqual(
    data.map((one) => one.amount),
    [1250, 1250],
  )
})

test('Winning evidence wins the dispute a few seconds later, and the money comes back.', async (t) => {
  const { stripe, dispute, wait, eventsOf, submit, payment_intent } = await disputedWith(t, fraudulent)
  const submitting = await eventsOf(() => submit('winning_evidence'))
  assert.deepEqual(submitting, ['charge.dispute.updated', 'charge.updated'])
  const reviewed = await stripe.disputes.retrieve(dispute.id)
  const { submission_count, has_evidence } = reviewed.evidence_details
  assert.deepEqual([reviewed.status, submission_count, has_evidence], ['under_review', 1, true])
  await assert.rejects(stripe.refunds.create({ payment_intent }), { code: 'charge_disputed' })
  assert.deepEqual(await eventsOf(wait), ['charge.dispute.funds_reinstated', 'charge.dispute.closed'])
  const won = await stripe.disputes.retrieve(dispute.id)
  assert.deepEqual([won.status, won.balance_transactions[1]?.net], ['won', 2500])
  assert.equal((await stripe.charges.retrieve(idOf(dispute.charge))).disputed, true)
  assert.equal((await stripe.refunds.create({ payment_intent })).status, 'succeeded')
})

test('Losing evidence loses it; other evidence stays under review.', async (t) => {
  const { stripe, dispute, wait, eventsOf, submit, payment_intent } = await disputedWith(t, fraudulent)
  await submit('We sent it.')
  assert.deepEqual(await eventsOf(wait), [])
  assert.equal((await stripe.disputes.retrieve(dispute.id)).status, 'under_review')
  await submit('losing_evidence')
  assert.deepEqual(await eventsOf(wait), ['charge.dispute.closed'])
  assert.equal((await stripe.disputes.retrieve(dispute.id)).status, 'lost')
  await assert.rejects(stripe.refunds.create({ payment_intent }), /has been charged back/)
})

test('Evidence and metadata can be kept without being submitted.', async (t) => {
  const { stripe, dispute, eventsOf } = await disputedWith(t, fraudulent)
  const update = (params: object) => stripe.disputes.update(dispute.id, params)
  const evidence = { customer_name: 'Ann Lee', uncategorized_text: 'winning_evidence' }
  assert.deepEqual(await eventsOf(() => update({ evidence, submit: false })), ['charge.dispute.updated'])
  const kept = await update({ evidence: { customer_name: '' }, submit: false, metadata: { case: '7' } })
  assert.deepEqual([kept.evidence.customer_name, kept.metadata], [null, { case: '7' }])
  assert.deepEqual([kept.status, kept.evidence_details.submission_count], ['needs_response', 0])
  assert.equal((await update({ submit: true, evidence: { receipt: 'file_1' } })).status, 'under_review')
  await assert.rejects(update({ evidence: { nonsense: 'x' } }), { code: 'parameter_unknown' })
})

test('A dispute can be accepted, once.', async (t) => {
  const { stripe, dispute, eventsOf } = await disputedWith(t, fraudulent)
  const closing = await eventsOf(() => stripe.disputes.close(dispute.id))
  assert.deepEqual(closing, ['charge.dispute.closed', 'charge.updated'])
  assert.equal((await stripe.disputes.retrieve(dispute.id)).status, 'lost')
  const closed = { statusCode: 400, message: 'This dispute is already closed' }
  await assert.rejects(stripe.disputes.close(dispute.id), closed)
  await assert.rejects(stripe.disputes.update(dispute.id, { metadata: { a: 'b' } }), closed)
  await assert.rejects(stripe.disputes.retrieve('du_x'), { statusCode: 404, param: 'dispute' })
})

test('An inquiry takes no money until it is escalated; refunds are possible until then.', async (t) => {
  const { stripe, dispute, wait, eventsOf, submit, payment_intent } = await disputedWith(t, inquiry)
  assert.equal((await stripe.refunds.create({ payment_intent, amount: 500 })).status, 'succeeded')
  assert.equal((await submit('escalate_inquiry_evidence')).status, 'warning_under_review')
  assert.deepEqual(await eventsOf(wait), ['charge.dispute.funds_withdrawn', 'charge.dispute.updated'])
  const escalated = await stripe.disputes.retrieve(dispute.id)
  const { status, balance_transactions, payment_method_details } = escalated
  assert.deepEqual(
    [status, balance_transactions.length, payment_method_details?.card?.case_type],
    ['needs_response', 1, 'chargeback'],
  )
  await assert.rejects(stripe.refunds.create({ payment_intent }), { code: 'charge_disputed' })
})

test('An answered inquiry closes without any money moved.', async (t) => {
  const { stripe, dispute, wait, eventsOf, submit } = await disputedWith(t, inquiry)
  await submit('winning_evidence')
  assert.deepEqual(await eventsOf(wait), ['charge.dispute.closed'])
  assert.equal((await stripe.disputes.retrieve(dispute.id)).status, 'warning_closed')
})

test('A debit can be taken back by the bank, and nothing can be said against it.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { id, url } = await stripe.checkout.sessions.create(sessionParams({ currency: 'eur' }))
  await payWithIban({ url }, 'AT591904300235473203')
  await control('POST', '/clock/advance', { seconds: 1 })
  assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, 'paid')
  const [dispute] = (await stripe.disputes.list()).data
  assert.deepEqual([dispute?.status, dispute?.currency], ['lost', 'eur'])
  await assert.rejects(stripe.disputes.close(dispute?.id ?? ''), /already closed/)
})

test('A test can dispute any payment later, and a pending refund fails with it.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { id, url } = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard({ url }, { cardNumber: '4000000000007726' })
  const payment_intent = idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent)
  const refund = await stripe.refunds.create({ payment_intent, amount: 700 })
  const { body } = await control('POST', '/disputes', { payment_intent, kind: 'product_not_received' })
  assert.deepEqual([body.reason, body.amount], ['product_not_received', 2500])
  const failed = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual([failed.status, failed.failure_reason], ['failed', 'charge_for_pending_refund_disputed'])
  for (const order of [
    {},
    { payment_intent: 'pi_x' },
    { payment_intent, kind: 'x' },
    { payment_intent, amount: 0 },
    { payment_intent },
    { payment_intent, amount: 1 },
  ]) {
    assert.equal((await control('POST', '/disputes', order)).status, 400)
  }
})

test('Of a payment that was captured in part, no more than that part is disputed.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const automatic_payment_methods = { enabled: true, allow_redirects: 'never' } as const
  const held = { confirm: true, capture_method: 'manual', automatic_payment_methods } as const
  const dollars = { amount: 2500, currency: 'usd', payment_method: 'pm_card_visa' } as const
  const { id: payment_intent } = await stripe.paymentIntents.create({ ...dollars, ...held })
  await stripe.paymentIntents.capture(payment_intent, { amount_to_capture: 900 })
  assert.equal((await control('POST', '/disputes', { payment_intent, amount: 901 })).status, 400)
  assert.equal((await control('POST', '/disputes', { payment_intent, amount: 300 })).body.amount, 300)
  assert.equal((await control('POST', '/disputes', { payment_intent })).body.amount, 600)
})

test('Disputes are listed by charge, payment and time.', async (t) => {
  const { stripe, dispute, payment_intent } = await disputedWith(t, fraudulent)
  const ids = async (params: object) => (await stripe.disputes.list(params)).data.map((one) => one.id)
  for (const params of [{ payment_intent }, { charge: idOf(dispute.charge) }, { created: dispute.created }]) {
    assert.deepEqual(await ids(params), [dispute.id])
  }
  const nothing = [{ payment_intent: 'pi_x' }, { created: { gt: dispute.created } }, { charge: 'ch_x' }]
  for (const params of nothing) assert.deepEqual(await ids(params), [])
})
