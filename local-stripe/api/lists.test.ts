import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'

test('Lists come newest first, in pages, in both directions.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const ids: string[] = []
  for (const name of ['a', 'b', 'c', 'd', 'e']) ids.unshift((await stripe.products.create({ name })).id)
  const first = await stripe.products.list({ limit: 2 })
  assert.deepEqual([first.data.map(({ id }) => id), first.has_more], [ids.slice(0, 2), true])
  const next = await stripe.products.list({ limit: 2, starting_after: ids[1] ?? '' })
  assert.deepEqual([next.data.map(({ id }) => id), next.has_more], [ids.slice(2, 4), true])
  const back = await stripe.products.list({ limit: 2, ending_before: ids[4] ?? '' })
  assert.deepEqual([back.data.map(({ id }) => id), back.has_more], [ids.slice(2, 4), true])
  const all: string[] = []
  for await (const product of stripe.products.list({ limit: 2 })) all.push(product.id)
  assert.deepEqual(all, ids)
})

test('A cursor that names nothing, or two cursors, are refused.', async (t) => {
  const { call } = await localStripeForTest(t)
  const unknown = await call('GET', '/v1/products?starting_after=prod_x')
  assert.deepEqual([unknown.status, unknown.body.error.code], [400, 'resource_missing'])
  const both = await call('GET', '/v1/products?starting_after=prod_x&ending_before=prod_y')
  assert.match(both.body.error.message, /^Received both starting_after and ending_before/)
})

test('Sessions are found by payment intent, status and time.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const paid = await stripe.checkout.sessions.create(sessionParams())
  const open = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(paid)
  const { payment_intent } = await stripe.checkout.sessions.retrieve(paid.id)
  const byIntent = await stripe.checkout.sessions.list({ payment_intent: idOf(payment_intent) })
  assert.deepEqual(
    byIntent.data.map(({ id }) => id),
    [paid.id],
  )
  const byStatus = await stripe.checkout.sessions.list({ status: 'open' })
  assert.deepEqual(
    byStatus.data.map(({ id }) => id),
    [open.id],
  )
  assert.equal((await stripe.checkout.sessions.list({ created: { gte: open.created + 60 } })).data.length, 0)
  assert.equal((await stripe.checkout.sessions.list({ created: { gte: paid.created } })).data.length, 2)
})

test('Every list of a payment’s objects can be cut by time and read in pages.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const start = 2_000_000_000
  for (let hour = 0; hour < 3; hour += 1) {
    await control('POST', '/clock', { now: start + hour * 3600 })
    await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  }
  const { sessions } = stripe.checkout
  const created = { gte: start + 3600, lt: start + 7200 + 60 }
  for (const resource of [sessions, stripe.paymentIntents, stripe.charges]) {
    const first = await resource.list({ created, limit: 1 })
    assert.deepEqual([first.data.length, first.has_more], [1, true])
    const second = await resource.list({ created, limit: 1, starting_after: first.data[0]?.id ?? '' })
    assert.deepEqual([second.data.length, second.has_more], [1, false])
    assert.ok((first.data[0]?.created ?? 0) > (second.data[0]?.created ?? 0))
    assert.equal((await resource.list({ created: { lte: start + 60 } })).data.length, 1)
  }
})
