import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { paidSession } from '../testing/paid-session.ts'

const warned = { cardNumber: '4000000000005423' }

test('A payment with 4000000000005423 is warned of, and a whole refund settles that.', async (t) => {
  const { stripe, charge, payment_intent, eventsOf } = await paidSession(t, warned)
  const [warning] = (await stripe.radar.earlyFraudWarnings.list({ charge })).data
  assert.ok(warning)
  assert.deepEqual(
    [warning.actionable, warning.charge, warning.payment_intent],
    [true, charge, payment_intent],
  )
  const [event] = (await stripe.events.list({ type: 'radar.early_fraud_warning.created' })).data
  assert.deepEqual(event?.data.object, warning)
  await stripe.refunds.create({ charge, amount: 100 })
  assert.equal((await stripe.radar.earlyFraudWarnings.retrieve(warning.id)).actionable, true)
  const types = await eventsOf(() => stripe.refunds.create({ charge }))
  assert.equal(types.at(-1), 'radar.early_fraud_warning.updated')
  assert.equal((await stripe.radar.earlyFraudWarnings.retrieve(warning.id)).actionable, false)
})

test('A dispute leaves nothing to be done about a warning.', async (t) => {
  const { stripe, charge, payment_intent, control } = await paidSession(t, warned)
  await control('POST', '/disputes', { payment_intent })
  const [warning] = (await stripe.radar.earlyFraudWarnings.list({ payment_intent })).data
  assert.deepEqual([warning?.actionable, warning?.charge], [false, charge])
})

test('Warnings are listed by charge, payment and time; what is not there is a 404.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { earlyFraudWarnings } = stripe.radar
  for (const params of [{ charge: 'ch_x' }, { payment_intent: 'pi_x' }, { created: { gt: 0 } }]) {
    assert.deepEqual((await earlyFraudWarnings.list(params)).data, [])
  }
  await assert.rejects(earlyFraudWarnings.retrieve('issfr_x'), {
    statusCode: 404,
    message: "No such early fraud warning: 'issfr_x'",
  })
})
