import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { paidSession } from '../testing/paid-session.ts'

test('A charge takes a description, metadata, a receipt’s address, shipping and a report of fraud.', async (t) => {
  const { stripe, charge, eventsOf } = await paidSession(t)
  const address = { line1: '1 Main St', city: 'Berlin', country: 'DE' }
  const update = () =>
    stripe.charges.update(charge, {
      description: 'Two mugs',
      fraud_details: { user_report: 'safe' },
      metadata: { order: '7' },
      receipt_email: 'ann@example.com',
      shipping: { address, name: 'Ann Lee' },
    })
  assert.deepEqual(await eventsOf(update), ['charge.updated'])
  const updated = await stripe.charges.retrieve(charge)
  assert.deepEqual([updated.description, updated.metadata], ['Two mugs', { order: '7' }])
  assert.deepEqual(
    [updated.fraud_details, updated.receipt_email],
    [{ user_report: 'safe' }, 'ann@example.com'],
  )
  assert.deepEqual(updated.shipping?.address?.city, 'Berlin')
  const [event] = (await stripe.events.list({ limit: 1 })).data
  assert.deepEqual(event?.data.previous_attributes, {
    description: null,
    fraud_details: { user_report: null },
    metadata: { order: null },
    receipt_email: null,
    shipping: null,
  })
  assert.deepEqual(await eventsOf(update), [])
})

test('What is empty is taken back, metadata as a whole too.', async (t) => {
  const { stripe, charge } = await paidSession(t)
  await stripe.charges.update(charge, { description: 'x', metadata: { a: '1', b: '2' } })
  const one = await stripe.charges.update(charge, { metadata: { a: '' } })
  assert.deepEqual(one.metadata, { b: '2' })
  const none = await stripe.charges.update(charge, { description: '', metadata: '' })
  assert.deepEqual([none.description, none.metadata], [null, {}])
})

test('A charge gets a customer once, and one that is there.', async (t) => {
  const { stripe, charge } = await paidSession(t)
  const [ann, bob] = [await stripe.customers.create(), await stripe.customers.create()]
  const missing = { statusCode: 400, code: 'resource_missing', param: 'customer' }
  await assert.rejects(stripe.charges.update(charge, { customer: 'cus_x' }), missing)
  assert.equal(idOf((await stripe.charges.update(charge, { customer: ann.id })).customer), ann.id)
  await assert.rejects(stripe.charges.update(charge, { customer: bob.id }), { param: 'customer' })
})

test('Charges are listed by customer, payment and time.', async (t) => {
  const { stripe, charge, payment_intent } = await paidSession(t)
  const ids = async (params: object) => (await stripe.charges.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await ids({ payment_intent }), [charge])
  assert.deepEqual(await ids({ created: { gt: 4_000_000_000 } }), [])
  assert.deepEqual(await ids({ customer: 'cus_x' }), [])
  assert.deepEqual(await ids({ transfer_group: 'group' }), [])
})

test('Charges are searched by amount, card, state and metadata.', async (t) => {
  const { stripe, charge } = await paidSession(t)
  await stripe.charges.update(charge, { metadata: { order: '7' } })
  const found = async (query: string) => (await stripe.charges.search({ query })).data.length
  for (const query of [
    "amount>2000 AND status:'succeeded'",
    "payment_method_details.card.last4:4242 AND refunded:'false'",
    "metadata['order']:'7' AND disputed:'false' AND currency:'USD'",
  ]) {
    assert.equal(await found(query), 1, query)
  }
  for (const query of ['amount<2500', "customer:'cus_x'"]) assert.equal(await found(query), 0, query)
  await assert.rejects(found("description:'x'"), { statusCode: 400 })
})

test('What belongs to the PaymentIntent is refused on its charge.', async (t) => {
  const { stripe, charge } = await paidSession(t)
  await assert.rejects(stripe.charges.capture(charge), {
    statusCode: 400,
    code: 'charge_already_captured',
    message: `Charge ${charge} has already been captured.`,
  })
  await assert.rejects(stripe.charges.update(charge, { transfer_group: 'a' }), /created by a PaymentIntent/)
  await assert.rejects(stripe.charges.create({ amount: 100, currency: 'usd' }), {
    statusCode: 501,
    code: 'local_stripe_not_imitated',
  })
})

test('A charge that is not there is a 404 however it is asked for.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const missing = {
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: "No such charge: 'ch_x'",
  }
  await assert.rejects(stripe.charges.retrieve('ch_x'), missing)
  await assert.rejects(stripe.charges.update('ch_x', {}), missing)
  await assert.rejects(stripe.charges.capture('ch_x'), missing)
})

test('The receipt of a payment is a page, of what was never paid there is none.', async (t) => {
  const { stripe, charge, url } = await paidSession(t)
  await stripe.charges.update(charge, { description: '<b>Two mugs</b>' })
  await stripe.refunds.create({ charge, amount: 500 })
  const { receipt_url } = await stripe.charges.retrieve(charge)
  const page = await (await fetch(receipt_url ?? '')).text()
  for (const shown of ['$25.00', '$5.00', charge, '&lt;b&gt;Two mugs']) assert.ok(page.includes(shown), shown)
  assert.equal((await fetch(`${url}/receipts/ch_x`)).status, 404)
})
