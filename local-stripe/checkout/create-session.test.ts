import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'

const alwaysThere = (
  'id object adaptive_pricing after_expiration allow_promotion_codes allowed_payment_method_types amount_subtotal ' +
  'amount_total automatic_tax billing_address_collection cancel_url client_reference_id client_secret ' +
  'collected_information consent consent_collection created currency currency_conversion custom_fields custom_text ' +
  'customer customer_account customer_creation customer_details customer_email discounts expires_at ' +
  'integration_identifier invoice invoice_creation livemode locale managed_payments metadata mode origin_context ' +
  'payment_intent payment_link payment_method_collection payment_method_configuration_details ' +
  'payment_method_options payment_method_types payment_status permissions recovered_from ' +
  'saved_payment_method_options setup_intent shipping_address_collection shipping_cost shipping_options status ' +
  'submit_type subscription success_url total_details ui_mode url wallet_options'
).split(' ')

test('A new session is open, unpaid and has every property of the pinned version.', async (t) => {
  const { stripe, url } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  assert.equal(alwaysThere.length, 59)
  assert.deepEqual(
    alwaysThere.filter((name) => !(name in session)),
    [],
  )
  assert.match(session.id, /^cs_test_a1\w{58}$/)
  assert.equal(session.url, `${url}/c/pay/${session.id}`)
  assert.deepEqual(
    [session.status, session.payment_status, session.payment_intent, session.amount_total, session.currency],
    ['open', 'unpaid', null, 2500, 'usd'],
  )
  assert.equal(session.expires_at, session.created + 24 * 3600)
  assert.equal('line_items' in session, false)
})

test('Plain parameters are kept and given back.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const more = {
    billing_address_collection: 'required',
    client_reference_id: 'order_42',
    customer_email: 'ann@example.com',
    locale: 'zh',
    metadata: { order: '42', colour: 'red' },
    phone_number_collection: { enabled: true },
    submit_type: 'book',
  } as const
  const created = await stripe.checkout.sessions.create(sessionParams({}, more))
  const session = await stripe.checkout.sessions.retrieve(created.id)
  for (const [name, value] of Object.entries(more)) assert.deepEqual(Reflect.get(session, name), value, name)
})

test('Line items come back in order, from stored prices and from price_data.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product = await stripe.products.create({ name: 'Cup' })
  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 700 })
  const params = sessionParams()
  const session = await stripe.checkout.sessions.create({
    ...params,
    line_items: [{ price: price.id, quantity: 3 }, ...(params.line_items ?? [])],
  })
  const { data } = await stripe.checkout.sessions.listLineItems(session.id)
  assert.deepEqual(
    data.map((item) => [item.object, item.description, item.quantity, item.amount_total]),
    [
      ['item', 'Cup', 3, 2100],
      ['item', 'Mug', 2, 2500],
    ],
  )
  assert.equal(session.amount_total, 4600)
})

type Refusal = [change: Record<string, unknown>, code: string | undefined, param: string | undefined]
const item = (more: object) => ({ line_items: [{ quantity: 1, ...more }] })
const data = (more: object) =>
  item({ price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Mug' }, ...more } })
const refusals: Record<string, Refusal> = {
  'no success_url': [{ success_url: undefined }, 'parameter_missing', 'success_url'],
  'no mode': [{ mode: undefined }, 'parameter_missing', 'mode'],
  'no line items': [{ line_items: undefined }, 'parameter_missing', 'line_items'],
  'an address without a scheme': [{ success_url: 'shop.test/ok' }, 'url_invalid', 'success_url'],
  'a script for an address': [{ cancel_url: 'javascript:alert(1)' }, 'url_invalid', 'cancel_url'],
  'a session of a minute': [{ expires_at: Math.floor(Date.now() / 1000) + 60 }, undefined, 'expires_at'],
  'a session of two days': [{ expires_at: Math.floor(Date.now() / 1000) + 172_800 }, undefined, 'expires_at'],
  'an unknown locale': [{ locale: 'tlh' }, undefined, 'locale'],
  'a wrong e-mail': [{ customer_email: 'ann' }, 'email_invalid', 'customer_email'],
  'a long reference': [{ client_reference_id: 'x'.repeat(201) }, undefined, 'client_reference_id'],
  'much metadata': [
    { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 'v'])) },
    undefined,
    undefined,
  ],
  'a long metadata value': [{ metadata: { a: 'x'.repeat(501) } }, undefined, undefined],
  'an unknown price': [item({ price: 'price_x' }), 'resource_missing', 'line_items[0][price]'],
  'no price at all': [item({}), 'parameter_missing', 'line_items[0][price]'],
  'no quantity': [
    { line_items: [{ price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Mug' } } }] },
    'parameter_missing',
    'line_items[0][quantity]',
  ],
  'a quantity of nothing': [
    { line_items: [{ price: 'price_x', quantity: 0 }] },
    'parameter_invalid_integer',
    'line_items[0][quantity]',
  ],
  'an unknown currency': [data({ currency: 'xyz' }), undefined, 'line_items[0][price_data][currency]'],
  'a negative amount': [
    data({ unit_amount: -1 }),
    'parameter_invalid_integer',
    'line_items[0][price_data][unit_amount]',
  ],
  'no name': [data({ product_data: {} }), 'parameter_missing', 'line_items[0][price_data][product_data]'],
  'a part of an Icelandic crown': [
    data({ currency: 'isk', unit_amount: 12_345 }),
    undefined,
    'line_items[0][price_data][unit_amount]',
  ],
}

test('What a session cannot be is refused with its code and its parameter.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [name, [change, code, param]] of Object.entries(refusals)) {
    const params = { ...sessionParams(), ...change }
    await assert.rejects(stripe.checkout.sessions.create(params), { statusCode: 400, code, param }, name)
  }
  assert.equal((await stripe.checkout.sessions.list()).data.length, 0)
})

test('Totals below fifty US cents and above eight digits are refused; nothing at all is free.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const create = (currency: string, amount: number) =>
    stripe.checkout.sessions.create(sessionParams({ currency, amount }))
  await assert.rejects(create('usd', 24), {
    code: 'amount_too_small',
    message: "The Checkout Session's total amount due must add up to at least $0.50 usd",
  })
  await assert.rejects(create('cny', 150), {
    code: 'amount_too_small',
    message:
      "The Checkout Session's total amount must convert to at least 50 cents. ¥3.00 converts to approximately $0.47.",
  })
  await assert.rejects(create('usd', 99_999_999), {
    code: 'amount_too_large',
    message: 'Amount must be no more than $999,999.99',
  })
  assert.equal((await create('jpy', 500)).amount_total, 1000)
  assert.equal((await create('usd', 0)).payment_status, 'no_payment_required')
})

const notImitated: Partial<Stripe.Checkout.SessionCreateParams>[] = [
  { mode: 'subscription' },
  { automatic_tax: { enabled: true } },
  { ui_mode: 'form' },
  { invoice_creation: { enabled: true } },
  { payment_method_configuration: 'pmc_x' },
  { customer_account: 'acct_x' },
  { payment_intent_data: { application_fee_amount: 100 } },
  { payment_method_options: { card: { capture_method: 'manual' } } },
  { payment_method_options: { card: { installments: { enabled: true } } } },
  { payment_method_options: { card: { restrictions: { brands_blocked: ['visa'] } } } },
  { payment_method_options: { card: { setup_future_usage: 'off_session' } } },
  { payment_method_options: { sepa_debit: { target_date: '2030-01-01' } } },
]

test('What Stripe has and Local Stripe has not is said, not ignored.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const more of notImitated) {
    await assert.rejects(stripe.checkout.sessions.create(sessionParams({}, more)), {
      statusCode: 501,
      code: 'local_stripe_not_imitated',
    })
  }
})
