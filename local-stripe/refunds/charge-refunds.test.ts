import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paidSession } from '../testing/paid-session.ts'

test('Older clients refund under the charge: the plural answers with the refund, the singular with the charge.', async (t) => {
  const { call, charge } = await paidSession(t)
  const first = await call('POST', `/v1/charges/${charge}/refunds`, { body: 'amount=100&metadata[a]=1' })
  assert.deepEqual([first.body.object, first.body.amount, first.body.charge], ['refund', 100, charge])
  const second = await call('POST', `/v1/charges/${charge}/refund`, { body: 'amount=200' })
  assert.deepEqual([second.body.object, second.body.amount_refunded], ['charge', 300])
  const { body } = await call('GET', `/v1/charges/${charge}/refunds?limit=1`)
  assert.deepEqual(
    [body.url, body.has_more, body.data[0].amount],
    [`/v1/charges/${charge}/refunds`, true, 200],
  )
})

test('A refund is read and changed under its own charge alone.', async (t) => {
  const { call, stripe, charge } = await paidSession(t)
  const { id } = await stripe.refunds.create({ charge, amount: 100 })
  const path = `/v1/charges/${charge}/refunds/${id}`
  assert.equal((await call('GET', path)).body.id, id)
  assert.deepEqual((await call('POST', path, { body: 'metadata[a]=1' })).body.metadata, { a: '1' })
  const missing = await call('GET', `/v1/charges/${charge}/refunds/re_x`)
  assert.deepEqual([missing.status, missing.body.error.param], [404, 'refund'])
  const elsewhere = await call('GET', `/v1/charges/ch_x/refunds/${id}`)
  assert.deepEqual([elsewhere.status, elsewhere.body.error.param], [404, 'charge'])
})

test('A refund’s metadata is merged and told of, and nothing else can be changed.', async (t) => {
  const { stripe, charge, eventsOf } = await paidSession(t)
  const { id } = await stripe.refunds.create({ charge, metadata: { a: '1', b: '2' } })
  const update = (params: object) => () => stripe.refunds.update(id, params)
  const updates = ['refund.updated', 'charge.refund.updated']
  assert.deepEqual(await eventsOf(update({ metadata: { a: '', c: '3' } })), updates)
  assert.deepEqual((await stripe.refunds.retrieve(id)).metadata, { b: '2', c: '3' })
  assert.deepEqual(await eventsOf(update({ metadata: { c: '3' } })), [])
  await assert.rejects(update({ amount: 1 })(), { code: 'parameter_unknown' })
})

test('What Stripe refuses of a refund is refused.', async (t) => {
  const { stripe, charge, payment_intent } = await paidSession(t)
  const create = (params: object) => stripe.refunds.create({ charge, ...params })
  const tooLow = { code: 'parameter_invalid_integer', param: 'amount' }
  await assert.rejects(create({ amount: 0 }), tooLow)
  await assert.rejects(create({ amount: -5 }), tooLow)
  await assert.rejects(create({ amount: '1.5' }), { param: 'amount' })
  await assert.rejects(create({ reason: 'expired_uncaptured_charge' }), {
    param: 'reason',
    message: 'Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer',
  })
  await assert.rejects(create({ payment_intent: 'pi_x' }), { param: 'charge' })
  await assert.rejects(stripe.refunds.create({ charge: 'ch_x' }), { statusCode: 404, param: 'id' })
  await assert.rejects(create({ origin: 'customer_balance' }), { statusCode: 501 })
  await assert.rejects(create({ reverse_transfer: true }), { statusCode: 501 })
  assert.equal((await stripe.refunds.create({ charge, payment_intent })).amount, 2500)
})
