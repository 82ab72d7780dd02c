import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard, payWithIban } from '../testing/pay.ts'

const pendingFirst = '4000000000007726'
const failsLater = '4000000000005126'

/** A shop with one payment by a card; gives what a refund of it needs. */
async function paidWith(t: TestContext, cardNumber: string) {
  const setup = await localStripeForTest(t)
  const { id, url } = await setup.stripe.checkout.sessions.create(sessionParams())
  await payWithCard({ url }, { cardNumber })
  const payment_intent = idOf((await setup.stripe.checkout.sessions.retrieve(id)).payment_intent)
  await setup.control('POST', '/clock/advance', { seconds: 3 })
  const wait = () => setup.control('POST', '/clock/advance', { seconds: 31 })
  const charge = async () => {
    const { data } = await setup.stripe.charges.list({ payment_intent })
    return [data[0]?.amount_refunded, data[0]?.refunded]
  }
  /** The types of the events since an id, oldest first. */
  const eventsAfter = async (ending_before: string) =>
    (await setup.stripe.events.list({ ending_before, limit: 100 })).data
      .map((event) => event.type)
      .toReversed()
  const lastEvent = async () => (await setup.stripe.events.list({ limit: 1 })).data[0]?.id ?? ''
  return { ...setup, payment_intent, wait, charge, eventsAfter, lastEvent }
}

test('A refund to 4000000000007726 is pending first and succeeds later.', async (t) => {
  const { stripe, payment_intent, wait, charge, eventsAfter, lastEvent } = await paidWith(t, pendingFirst)
  const start = await lastEvent()
  const refund = await stripe.refunds.create({ payment_intent, amount: 1000 })
  assert.deepEqual([refund.status, refund.pending_reason], ['pending', 'processing'])
  assert.deepEqual(await charge(), [0, false])
  assert.deepEqual(await eventsAfter(start), ['refund.created'])
  const created = await lastEvent()
  await wait()
  const done = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual([done.status, done.pending_reason], ['succeeded', undefined])
  assert.deepEqual(await charge(), [1000, false])
  assert.deepEqual(await eventsAfter(created), ['charge.refunded', 'refund.updated', 'charge.refund.updated'])
})

test('A refund to 4000000000005126 has succeeded first and fails later; the charge can be refunded again.', async (t) => {
  const { stripe, payment_intent, wait, charge, eventsAfter, lastEvent } = await paidWith(t, failsLater)
  const start = await lastEvent()
  const refund = await stripe.refunds.create({ payment_intent })
  assert.deepEqual([refund.status, await charge()], ['succeeded', [2500, true]])
  assert.deepEqual(await eventsAfter(start), [
    'refund.created',
    'charge.refunded',
    'refund.updated',
    'charge.refund.updated',
  ])
  const created = await lastEvent()
  await wait()
  const failed = await stripe.refunds.retrieve(refund.id)
  assert.deepEqual([failed.status, failed.failure_reason], ['failed', 'expired_or_canceled_card'])
  assert.match(idOf(failed.failure_balance_transaction), /^txn_/)
  assert.deepEqual(await charge(), [0, false])
  assert.deepEqual(await eventsAfter(created), [
    'refund.failed',
    'refund.updated',
    'charge.refund.updated',
    'charge.updated',
  ])
  assert.equal((await stripe.refunds.create({ payment_intent })).amount, 2500)
})

test('Pending refunds use the charge up, though it is not refunded yet.', async (t) => {
  const { stripe, payment_intent } = await paidWith(t, pendingFirst)
  await stripe.refunds.create({ payment_intent, amount: 2000 })
  await assert.rejects(stripe.refunds.create({ payment_intent, amount: 501 }), { param: 'amount' })
  await stripe.refunds.create({ payment_intent, amount: 500 })
  await assert.rejects(stripe.refunds.create({ payment_intent, amount: 1 }), {
    code: 'charge_already_refunded',
  })
})

test('The Dashboard can cancel a refund to a card for half an hour; the API cannot.', async (t) => {
  const { stripe, control, payment_intent, charge, wait } = await paidWith(t, pendingFirst)
  const { id } = await stripe.refunds.create({ payment_intent, amount: 1000 })
  await assert.rejects(stripe.refunds.cancel(id), { message: 'Canceling this refund is unsupported.' })
  const { status, body } = await control('POST', '/refunds/cancel', { refund: id })
  assert.deepEqual([status, body.status, body.failure_reason], [200, 'canceled', 'merchant_request'])
  await wait()
  assert.deepEqual([(await stripe.refunds.retrieve(id)).status, await charge()], ['canceled', [0, false]])
  assert.equal((await control('POST', '/refunds/cancel', { refund: id })).status, 400)
  const late = await stripe.refunds.create({ payment_intent })
  await control('POST', '/clock/advance', { seconds: 31 * 60 })
  assert.equal((await control('POST', '/refunds/cancel', { refund: late.id })).status, 400)
  assert.equal((await control('POST', '/refunds/cancel', { refund: 're_x' })).status, 400)
})

test('A debit is refunded after a while, and only once it was paid.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { id, url } = await stripe.checkout.sessions.create(sessionParams({ currency: 'eur' }))
  await payWithIban({ url }, 'AT321904300235473204')
  const payment_intent = idOf((await stripe.checkout.sessions.retrieve(id)).payment_intent)
  await assert.rejects(stripe.refunds.create({ payment_intent }), /does not have a successful charge/)
  await control('POST', '/clock/advance', { seconds: 181 })
  const refund = await stripe.refunds.create({ payment_intent })
  assert.deepEqual([refund.status, refund.currency], ['pending', 'eur'])
  await control('POST', '/clock/advance', { seconds: 31 })
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded')
})

test('Refunds are listed by charge, payment and time.', async (t) => {
  const { stripe, control, payment_intent } = await paidWith(t, '4242424242424242')
  const first = await stripe.refunds.create({ payment_intent, amount: 100 })
  await control('POST', '/clock/advance', { seconds: 3600 })
  const second = await stripe.refunds.create({ payment_intent, amount: 100 })
  const ids = async (params: object) => (await stripe.refunds.list(params)).data.map((refund) => refund.id)
  assert.deepEqual(await ids({ payment_intent }), [second.id, first.id])
  assert.deepEqual(await ids({ charge: idOf(first.charge), limit: 1, starting_after: second.id }), [first.id])
  assert.deepEqual(await ids({ created: { gte: first.created + 60 } }), [second.id])
  assert.deepEqual(await ids({ created: { lt: first.created + 60 } }), [first.id])
  assert.deepEqual(await ids({ payment_intent: 'pi_x' }), [])
  await assert.rejects(ids({ charge: 'ch_x' }), { statusCode: 404, param: 'charge' })
})
