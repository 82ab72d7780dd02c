import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams, type Setup } from '../testing/local-stripe-for-test.ts'

const ann: Stripe.CustomerCreateParams = {
  address: { line1: '1 Main St', city: 'Berlin', country: 'DE' },
  description: 'Likes mugs',
  email: 'ann@example.com',
  invoice_settings: { footer: 'Thanks', custom_fields: [{ name: 'VAT', value: '7' }] },
  metadata: { plan: 'a' },
  name: 'Ann Lee',
  phone: '+49 30 1234',
  preferred_locales: ['de', 'en'],
  shipping: { address: { line1: '2 Side St' }, name: 'Ann at work' },
  tax_exempt: 'reverse',
}

async function lastEvent(stripe: Setup['stripe']) {
  const [event] = (await stripe.events.list({ limit: 1 })).data
  return [event?.type, event?.data.previous_attributes]
}

test('A customer keeps what is said of it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const created = await stripe.customers.create(ann)
  assert.match(created.id, /^cus_[0-9A-Za-z]{14}$/)
  assert.deepEqual(await stripe.customers.retrieve(created.id), created)
  assert.deepEqual(created.address, {
    city: 'Berlin',
    country: 'DE',
    line1: '1 Main St',
    line2: null,
    postal_code: null,
    state: null,
  })
  const { shipping, tax_exempt, preferred_locales, invoice_settings, balance } = created
  assert.deepEqual([shipping?.name, shipping?.phone], ['Ann at work', null])
  assert.deepEqual([tax_exempt, preferred_locales, balance], ['reverse', ['de', 'en'], 0])
  assert.deepEqual(invoice_settings.custom_fields, [{ name: 'VAT', value: '7' }])
  assert.deepEqual(await lastEvent(stripe), ['customer.created', undefined])
})

test('An update changes what it names, and the event says what was before.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.customers.create(ann)
  const updated = await stripe.customers.update(id, {
    address: { city: 'Bonn' },
    email: '',
    invoice_settings: { footer: '' },
    metadata: { plan: 'b', since: '2026' },
    shipping: '',
  })
  assert.deepEqual([updated.address?.city, updated.address?.line1], ['Bonn', '1 Main St'])
  assert.deepEqual([updated.email, updated.shipping, updated.name], [null, null, 'Ann Lee'])
  assert.deepEqual(updated.metadata, { plan: 'b', since: '2026' })
  const [type, previous] = await lastEvent(stripe)
  assert.equal(type, 'customer.updated')
  assert.deepEqual(
    { ...Object(previous), shipping: null },
    {
      address: { city: 'Berlin' },
      email: 'ann@example.com',
      invoice_settings: { footer: 'Thanks' },
      metadata: { plan: 'a', since: null },
      shipping: null,
    },
  )
  const events = async () => (await stripe.events.list({ type: 'customer.updated' })).data.length
  await stripe.customers.update(id, { name: 'Ann Lee' })
  assert.equal(await events(), 1)
})

test('A deleted customer is only an id that says so, and nobody can use it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id } = await stripe.customers.create(ann)
  const deleted = { id, object: 'customer', deleted: true }
  assert.deepEqual({ ...(await stripe.customers.del(id)) }, deleted)
  assert.deepEqual({ ...(await stripe.customers.retrieve(id)) }, deleted)
  const [event] = (await stripe.events.list({ limit: 1 })).data
  assert.equal(event?.type === 'customer.deleted' && event.data.object.email, 'ann@example.com')
  assert.deepEqual((await stripe.customers.list()).data, [])
  const missing = { statusCode: 404, param: 'id', message: `No such customer: '${id}'` }
  await assert.rejects(stripe.customers.del(id), missing)
  await assert.rejects(stripe.customers.update(id, { name: 'x' }), missing)
  await assert.rejects(stripe.checkout.sessions.create(sessionParams({}, { customer: id })), {
    statusCode: 400,
    code: 'resource_missing',
    param: 'customer',
    message: `No such customer: '${id}'`,
  })
})

test('Customers are listed by address and time.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const first = await stripe.customers.create({ email: 'ann@example.com' })
  const second = await stripe.customers.create({ email: 'bob@example.com' })
  const ids = async (params: object) => (await stripe.customers.list(params)).data.map(({ id }) => id)
  assert.deepEqual(await ids({}), [second.id, first.id])
  assert.deepEqual(await ids({ email: 'ann@example.com' }), [first.id])
  assert.deepEqual(await ids({ email: 'Ann@example.com' }), [])
  assert.deepEqual(await ids({ created: { gt: second.created } }), [])
})

test('Customers are searched by what is said of them; deleted ones are not found.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const [first, second] = [await stripe.customers.create(ann), await stripe.customers.create({ name: 'Bob' })]
  const ids = async (query: string) => (await stripe.customers.search({ query })).data.map(({ id }) => id)
  assert.deepEqual(await ids("email:'ann@example.com'"), [first.id])
  assert.deepEqual(await ids("name~'ann' AND metadata['plan']:'a'"), [first.id])
  assert.deepEqual(await ids("-phone:null OR name:'bob'"), [second.id, first.id])
  await stripe.customers.del(first.id)
  assert.deepEqual(await ids("email:'ann@example.com'"), [])
  await assert.rejects(ids("balance:'0'"), { statusCode: 400 })
})

test('A customer is made with a payment method, which is listed under it and detached when it is deleted.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id, invoice_settings } = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const [saved] = (await stripe.customers.listPaymentMethods(id, { type: 'card' })).data
  assert.ok(saved)
  assert.deepEqual([saved.card?.brand, invoice_settings.default_payment_method], ['visa', saved.id])
  assert.deepEqual((await stripe.customers.listPaymentMethods(id, { type: 'sepa_debit' })).data, [])
  assert.equal((await stripe.customers.retrievePaymentMethod(id, saved.id)).id, saved.id)
  const other = await stripe.customers.create()
  const missing = { statusCode: 404, param: 'payment_method' }
  await assert.rejects(stripe.customers.retrievePaymentMethod(other.id, saved.id), missing)
  await assert.rejects(stripe.customers.listPaymentMethods('cus_x'), { statusCode: 404, param: 'customer' })
  await stripe.customers.del(id)
  assert.equal((await stripe.paymentMethods.retrieve(saved.id)).customer, null)
  await assert.rejects(stripe.paymentMethods.attach(saved.id, { customer: other.id }), { statusCode: 400 })
})

test('A card that the bank refuses makes no customer.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const create = stripe.customers.create({ payment_method: 'pm_card_chargeDeclined' })
  await assert.rejects(create, { statusCode: 402, code: 'card_declined' })
  assert.deepEqual((await stripe.customers.list()).data, [])
})

test('What Stripe refuses of a customer is refused; what is not imitated is said so.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const create = (params: object) => stripe.customers.create(params)
  await assert.rejects(create({ email: 'nobody' }), { code: 'email_invalid', param: 'email' })
  await assert.rejects(create({ tax_exempt: 'some' }), { statusCode: 400, param: 'tax_exempt' })
  await assert.rejects(create({ balance: '1.5' }), { code: 'parameter_invalid_integer' })
  await assert.rejects(create({ shipping: { name: 'Ann' } }), { param: 'shipping[address]' })
  await assert.rejects(create({ nonsense: '1' }), { code: 'parameter_unknown' })
  await assert.rejects(create({ invoice_settings: { default_payment_method: 'pm_x' } }), {
    code: 'resource_missing',
    param: 'invoice_settings[default_payment_method]',
  })
  const notImitated = { statusCode: 501, code: 'local_stripe_not_imitated' }
  await assert.rejects(create({ source: 'tok_visa' }), notImitated)
  await assert.rejects(create({ tax_id_data: [{ type: 'eu_vat', value: 'DE123456789' }] }), notImitated)
  assert.equal((await call('POST', '/v1/customers', { body: 'name[]=x' })).status, 400)
})
