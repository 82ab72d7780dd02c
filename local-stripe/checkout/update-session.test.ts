import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'

const cup = (quantity: number) => ({
  quantity,
  price_data: { currency: 'usd', unit_amount: 700, product_data: { name: 'Cup' } },
})

test('Metadata is merged by an update; an empty value removes a key, an empty text all of them.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams({}, { metadata: { a: '1', b: '2' } }))
  const changed = await stripe.checkout.sessions.update(id, { metadata: { b: '', c: '3' } })
  assert.deepEqual(changed.metadata, { a: '1', c: '3' })
  assert.deepEqual((await stripe.checkout.sessions.update(id, { metadata: '' })).metadata, {})
})

test('Line items are kept by their ids, changed, added, left out and put in order.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const created = await stripe.checkout.sessions.create(
    sessionParams({}, { line_items: [cup(1), { ...cup(2), metadata: { a: '1' } }, cup(3)] }),
  )
  const items = async () => (await stripe.checkout.sessions.listLineItems(created.id)).data
  const [first, second] = await items()
  assert.ok(first && second)
  const changed = await stripe.checkout.sessions.update(created.id, {
    line_items: [cup(9), { id: second.id, quantity: 4, metadata: { b: '2' } }, { id: first.id }],
  })
  assert.equal(changed.amount_total, 700 * 14)
  const now = await items()
  assert.deepEqual(
    now.map((item) => item.quantity),
    [9, 4, 1],
  )
  assert.deepEqual([now[1]?.id, now[2]?.id, now[1]?.metadata], [second.id, first.id, { a: '1', b: '2' }])
})

test('New shipping options replace the old ones; the first is chosen.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shipping_options = [400, 900].map((amount) => ({
    shipping_rate_data: { display_name: 'Post', fixed_amount: { amount, currency: 'usd' } },
  }))
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  assert.equal((await stripe.checkout.sessions.update(id, { shipping_options })).amount_total, 2900)
  const without = await stripe.checkout.sessions.update(id, { shipping_options: '' })
  assert.deepEqual([without.amount_total, without.shipping_options, without.shipping_cost], [2500, [], null])
})

test('What cannot be changed is refused, and nothing is.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(sessionParams())
  const update = stripe.checkout.sessions.update.bind(stripe.checkout.sessions)
  const refused = { statusCode: 400 }
  await assert.rejects(update(id, { line_items: '' as never }), { ...refused, param: 'line_items' })
  await assert.rejects(update(id, { line_items: [{ id: 'li_x' }] }), {
    ...refused,
    param: 'line_items[0][id]',
  })
  await assert.rejects(update(id, { line_items: [{ quantity: 1 }] }), { code: 'parameter_missing' })
  await assert.rejects(update(id, { payment_intent_data: { description: 'x' } }), {
    ...refused,
    param: 'payment_intent_data',
  })
  await assert.rejects(
    update(id, {
      collected_information: { shipping_details: { name: 'Ann', address: { country: 'DE', line1: 'A 1' } } },
    }),
    { ...refused, param: 'collected_information' },
  )
  await stripe.checkout.sessions.expire(id)
  await assert.rejects(update(id, { line_items: [cup(1)] }), { code: 'checkout_session_not_open' })
  assert.deepEqual((await update(id, { metadata: { late: 'yes' } })).metadata, { late: 'yes' })
  assert.equal((await stripe.checkout.sessions.retrieve(id)).amount_total, 2500)
})

test('Pages of line items run in the order of the request, both ways.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.checkout.sessions.create(
    sessionParams({}, { line_items: [1, 2, 3, 4].map((quantity) => cup(quantity)) }),
  )
  const all = await stripe.checkout.sessions.listLineItems(id)
  const ids = all.data.map((item) => item.id)
  const page = async (params: object) => {
    const { data, has_more } = await stripe.checkout.sessions.listLineItems(id, params)
    return [data.map((item) => item.quantity), has_more]
  }
  assert.deepEqual(await page({ limit: 2 }), [[1, 2], true])
  assert.deepEqual(await page({ limit: 2, starting_after: ids[1] }), [[3, 4], false])
  assert.deepEqual(await page({ limit: 2, ending_before: ids[3] }), [[2, 3], true])
  assert.deepEqual(await page({ ending_before: ids[1] }), [[1], false])
  await assert.rejects(page({ starting_after: 'li_x' }), { code: 'resource_missing' })
  await assert.rejects(page({ starting_after: ids[0], ending_before: ids[1] }), /Received both/)
})
