import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { paidSession } from '../testing/paid-session.ts'

const sums = ({ available, pending }: Stripe.Balance) => [available[0]?.amount, pending[0]?.amount]

test('A charge is booked with its fee two seconds after it, and charge.updated says so.', async (t) => {
  const { stripe, charge, wait, eventsOf } = await paidSession(t, { booked: false })
  assert.equal((await stripe.charges.retrieve(charge)).balance_transaction, null)
  assert.deepEqual(await eventsOf(() => wait(3)), ['charge.updated'])
  const { balance_transaction } = await stripe.charges.retrieve(charge, { expand: ['balance_transaction'] })
  const booked = await stripe.balanceTransactions.retrieve(idOf(balance_transaction))
  const { amount, fee, net, currency, type, reporting_category, exchange_rate, source, status } = booked
  assert.deepEqual([amount, fee, net, currency], [2500, 103, 2397, 'usd'])
  assert.deepEqual([type, reporting_category, exchange_rate], ['charge', 'charge', null])
  assert.deepEqual([source, status], [charge, 'pending'])
  assert.deepEqual(booked.fee_details, [
    {
      amount: 103,
      application: null,
      currency: 'usd',
      description: 'Stripe processing fees',
      type: 'stripe_fee',
    },
  ])
})

test('Money in another currency settles in dollars at a fixed rate between minor units.', async (t) => {
  const { stripe, charge } = await paidSession(t, { currency: 'jpy', amount: 500 })
  const [booked] = (await stripe.balanceTransactions.list({ source: charge })).data
  assert.deepEqual(
    [booked?.amount, booked?.currency, booked?.exchange_rate, booked?.fee],
    [670, 'usd', 0.67, 49],
  )
  const refund = await stripe.refunds.create({ charge, amount: 100 })
  const [back] = (await stripe.balanceTransactions.list({ source: refund.id })).data
  assert.deepEqual([back?.amount, back?.exchange_rate], [-67, 0.67])
})

test('A payment that is given back whole takes exactly what it brought, half cents and all.', async (t) => {
  const { stripe, charge } = await paidSession(t, { currency: 'jpy', amount: 75 })
  await stripe.refunds.create({ charge })
  const { data } = await stripe.balanceTransactions.list()
  assert.deepEqual(
    data.map(({ type, amount }) => [type, amount]),
    [
      ['refund', -101],
      ['charge', 101],
    ],
  )
})

test('The balance is pending for two days and available then.', async (t) => {
  const { stripe, charge, wait, eventsOf } = await paidSession(t)
  assert.deepEqual(sums(await stripe.balance.retrieve()), [0, 2397])
  await stripe.refunds.create({ charge, amount: 500 })
  assert.deepEqual(sums(await stripe.balance.retrieve()), [0, 1897])
  assert.deepEqual(await eventsOf(() => wait(2 * 24 * 3600)), ['balance.available'])
  assert.deepEqual(sums(await stripe.balance.retrieve()), [1897, 0])
  const { data } = await stripe.balanceTransactions.list()
  assert.deepEqual(
    data.map(({ type, status }) => [type, status]),
    [
      ['refund', 'available'],
      ['charge', 'available'],
    ],
  )
})

test('A refund that fails brings its money back in a transaction of its own.', async (t) => {
  const { stripe, charge, wait } = await paidSession(t, { cardNumber: '4000000000005126' })
  const refund = await stripe.refunds.create({ charge, amount: 700 })
  const taken = await stripe.balanceTransactions.retrieve(idOf(refund.balance_transaction))
  assert.deepEqual([taken.amount, taken.fee, taken.description], [-700, 0, 'REFUND FOR CHARGE'])
  await wait(31)
  const failed = await stripe.refunds.retrieve(refund.id)
  const back = await stripe.balanceTransactions.retrieve(idOf(failed.failure_balance_transaction))
  assert.deepEqual([back.amount, back.type, back.source], [700, 'refund_failure', refund.id])
  const { data } = await stripe.balanceTransactions.list({ source: refund.id })
  assert.deepEqual(
    data.map(({ id }) => id),
    [back.id, taken.id],
  )
})

test('A dispute takes its amount and fifteen dollars at once.', async (t) => {
  const { stripe, wait } = await paidSession(t, { cardNumber: '4000000000000259' })
  const [dispute] = (await stripe.disputes.list()).data
  const [withdrawal] = dispute?.balance_transactions ?? []
  assert.deepEqual(await stripe.balanceTransactions.retrieve(withdrawal?.id ?? ''), withdrawal)
  assert.deepEqual([withdrawal?.amount, withdrawal?.fee, withdrawal?.status], [-2500, 1500, 'available'])
  assert.deepEqual(sums(await stripe.balance.retrieve()), [-4000, 2397])
  await stripe.disputes.update(dispute?.id ?? '', { evidence: { uncategorized_text: 'winning_evidence' } })
  await wait(6)
  assert.deepEqual(sums(await stripe.balance.retrieve()), [-1500, 2397])
})

test('Money paid with 4000000000000077 is available at once.', async (t) => {
  const paid = { cardNumber: '4000000000000077', booked: false }
  const { stripe, wait, eventsOf } = await paidSession(t, paid)
  assert.deepEqual(await eventsOf(() => wait(3)), ['charge.updated', 'balance.available'])
  assert.deepEqual(sums(await stripe.balance.retrieve()), [2397, 0])
  const [event] = (await stripe.events.list({ type: 'balance.available' })).data
  assert.equal(event?.type === 'balance.available' && event.data.object.available[0]?.amount, 2397)
})

test('Balance transactions are listed by type, currency, source and time; there are no payouts.', async (t) => {
  const { stripe, charge } = await paidSession(t)
  const refund = await stripe.refunds.create({ charge })
  const types = async (params: Stripe.BalanceTransactionListParams) =>
    (await stripe.balanceTransactions.list(params)).data.map(({ type }) => type)
  assert.deepEqual(await types({}), ['refund', 'charge'])
  assert.deepEqual(await types({ type: 'charge' }), ['charge'])
  assert.deepEqual(await types({ currency: 'usd', source: refund.id }), ['refund'])
  assert.deepEqual(await types({ created: { gt: refund.created + 60 } }), [])
  for (const params of [{ type: 'nonsense' }, { currency: 'eur' }, { source: 'ch_x' }]) {
    assert.deepEqual(await types(params), [])
  }
  await assert.rejects(types({ payout: 'po_x' }), { code: 'resource_missing', param: 'payout' })
})

test('A transaction that is not there is a 404 with Stripe’s words.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await assert.rejects(stripe.balanceTransactions.retrieve('txn_x'), {
    statusCode: 404,
    param: 'id',
    message: "No such balance transaction: 'txn_x'",
  })
  assert.deepEqual(sums(await stripe.balance.retrieve()), [0, 0])
})

test('The account is an American one that takes payments.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id, country, default_currency, charges_enabled } = await stripe.accounts.retrieveCurrent()
  assert.match(id, /^acct_/)
  assert.deepEqual([country, default_currency, charges_enabled], ['US', 'usd', true])
})
