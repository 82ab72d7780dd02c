import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureOf } from '../../testing/failure-of.ts'
import { idOf, localStripeForTest } from '../../testing/local-stripe-for-test.ts'
import { post } from '../../testing/pay.ts'

const card = { number: '4242 4242 4242 4242', exp_month: 12, exp_year: 2040, cvc: '123' }

test('A card is made of a test number or of a test token, and the number is not kept.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const made = await stripe.paymentMethods.create({
    type: 'card',
    card,
    billing_details: { name: 'Ann', address: { city: 'Bonn' } },
    metadata: { a: '1' },
  })
  assert.deepEqual([made.card?.last4, made.card?.exp_year, made.customer], ['4242', 2040, null])
  assert.deepEqual(
    [made.billing_details.name, made.billing_details.address?.city, made.metadata],
    ['Ann', 'Bonn', { a: '1' }],
  )
  const token = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_mastercard' } })
  assert.equal(token.card?.brand, 'mastercard')
  assert.deepEqual((await stripe.paymentMethods.retrieve(made.id)).card, made.card)
  const real = stripe.paymentMethods.create({ type: 'card', card: { ...card, number: '4539578763621486' } })
  const error = await failureOf(real)
  assert.deepEqual([error.statusCode, error.decline_code], [402, 'test_mode_live_card'])
  assert.doesNotMatch(JSON.stringify((await control('GET', '/requests')).body), /4539578763621486/)
})

const wrong: [params: object, code: string, status: number][] = [
  [{}, 'parameter_missing', 400],
  [{ type: 'card' }, 'parameter_missing', 400],
  [{ type: 'card', card: { ...card, number: '4242424242424241' } }, 'incorrect_number', 402],
  [{ type: 'card', card: { ...card, exp_month: 13 } }, 'invalid_expiry_month', 402],
  [{ type: 'card', card: { ...card, exp_year: 1995 } }, 'invalid_expiry_year', 402],
  [{ type: 'card', card: { ...card, cvc: '99' } }, 'invalid_cvc', 402],
  [{ type: 'card', card: { token: 'tok_none' } }, 'resource_missing', 400],
  [{ type: 'oxxo' }, 'local_stripe_not_imitated', 501],
  [{ type: 'sepa_debit', sepa_debit: { iban: 'AT611904300234573201' } }, 'parameter_missing', 400],
  [
    {
      type: 'sepa_debit',
      sepa_debit: { iban: 'AT511904300000066666' },
      billing_details: { name: 'Ann', email: 'ann@example.com' },
    },
    'bank_account_unusable',
    400,
  ],
  [
    {
      type: 'sepa_debit',
      sepa_debit: { iban: 'DE02120300000000202051' },
      billing_details: { name: 'Ann', email: 'ann@example.com' },
    },
    'payment_method_invalid_parameter_testmode',
    400,
  ],
]

test('What no payment method can be made of is refused with Stripe’s code.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [params, code, status] of wrong) {
    const error = await failureOf(stripe.paymentMethods.create(params))
    assert.deepEqual([error.code, error.statusCode], [code, status], JSON.stringify(params))
  }
  await assert.rejects(stripe.paymentMethods.retrieve('pm_none'), /No such PaymentMethod: 'pm_none'/)
})

test('A payment method is attached, found, changed, paid with twice, and detached for good.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const customer = (await stripe.customers.create({ name: 'Ann' })).id
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  assert.deepEqual(
    (await stripe.paymentMethods.list({ customer })).data.map((one) => one.id),
    [id],
  )
  assert.equal((await stripe.customers.listPaymentMethods(customer, { type: 'card' })).data.length, 1)
  assert.equal((await stripe.paymentMethods.list({ customer, type: 'sepa_debit' })).data.length, 0)
  assert.equal((await stripe.customers.retrievePaymentMethod(customer, id)).id, id)
  const changed = await stripe.paymentMethods.update(id, { card: { exp_month: 5 }, metadata: { a: '1' } })
  assert.deepEqual([changed.card?.exp_month, changed.metadata], [5, { a: '1' }])
  const payment = {
    amount: 2000,
    currency: 'usd',
    confirm: true,
    payment_method: id,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  } as const
  await assert.rejects(stripe.paymentIntents.create(payment), /belongs to the Customer/)
  for (const off_session of [true, false]) {
    const paid = await stripe.paymentIntents.create({ ...payment, customer, off_session })
    assert.deepEqual([paid.status, paid.customer], ['succeeded', customer])
  }
  await assert.rejects(stripe.paymentMethods.attach(id, { customer }), /already been attached/)
  assert.equal((await stripe.paymentMethods.detach(id)).customer, null)
  await assert.rejects(stripe.paymentMethods.detach(id), /not attached to a customer/)
  await assert.rejects(stripe.paymentMethods.attach(id, { customer }), /may not be used again/)
  await assert.rejects(stripe.paymentIntents.create({ ...payment, customer }), /may not be used again/)
  const { data } = await stripe.events.list({ limit: 100 })
  const types = data.map((event) => event.type).toReversed()
  assert.deepEqual(
    types.filter((type) => type.startsWith('payment_method.')),
    ['payment_method.attached', 'payment_method.updated', 'payment_method.detached'],
  )
})

test('A payment method that is nobody’s pays once, declined or not.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const automatic_payment_methods = { enabled: true, allow_redirects: 'never' } as const
  const payment = { amount: 2000, currency: 'usd', confirm: true, automatic_payment_methods }
  for (const token of ['tok_visa', 'tok_visa_chargeDeclined']) {
    const { id } = await stripe.paymentMethods.create({ type: 'card', card: { token } })
    await stripe.paymentIntents.create({ ...payment, payment_method: id }).catch(() => null)
    const again = stripe.paymentIntents.create({ ...payment, payment_method: id })
    await assert.rejects(again, /was previously used with a PaymentIntent without Customer attachment/)
  }
})

test('A card that the bank refuses cannot be attached; …0341 can, and is declined later.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const customer = (await stripe.customers.create()).id
  const refused = await failureOf(stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer }))
  assert.deepEqual([refused.statusCode, refused.code], [402, 'card_declined'])
  const method = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })
  const error = await failureOf(
    stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      customer,
      payment_method: method.id,
      return_url: 'https://shop.test/back',
    }),
  )
  assert.equal(error.code, 'card_declined')
})

test('setup_future_usage keeps the payment method, and a card that has been set up is no longer asked about.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const customer = (await stripe.customers.create()).id
  const payment = { amount: 2000, currency: 'usd', customer, return_url: 'https://shop.test/back' }
  const waiting = await stripe.paymentIntents.create({
    ...payment,
    confirm: true,
    payment_method: 'pm_card_authenticationRequiredOnSetup',
    setup_future_usage: 'off_session',
  })
  assert.equal(waiting.status, 'requires_action')
  assert.equal((await stripe.paymentMethods.list({ customer })).data.length, 0)
  const { status, location } = await post(waiting.next_action?.redirect_to_url?.url ?? '', {
    outcome: 'authorize',
  })
  assert.equal(status, 303)
  assert.equal(new URL(location ?? '').searchParams.get('redirect_status'), 'succeeded')
  const paid = await stripe.paymentIntents.retrieve(waiting.id)
  assert.equal(paid.status, 'succeeded')
  const kept = idOf(paid.payment_method)
  assert.deepEqual(
    (await stripe.paymentMethods.list({ customer })).data.map((one) => one.id),
    [kept],
  )
  const later = { ...payment, confirm: true, payment_method: kept }
  assert.equal((await stripe.paymentIntents.create({ ...later, off_session: true })).status, 'succeeded')
  assert.equal((await stripe.paymentIntents.create(later)).status, 'requires_action')
})
