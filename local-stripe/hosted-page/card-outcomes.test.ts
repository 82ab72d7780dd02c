import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard, post } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

const brands = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  discover: '6011111111111117',
  diners: '3056930009020004',
  jcb: '3566002020360505',
  unionpay: '6200000000000005',
}

test('Every brand of card pays, and the payment says which it was.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [brand, cardNumber] of Object.entries(brands)) {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const paid = await payWithCard(session, { cardNumber, cardCvc: brand === 'amex' ? '1234' : '123' })
    assert.deepEqual(
      [paid.status, paid.location],
      [303, `https://shop.test/success?session_id=${session.id}`],
      brand,
    )
    const { data } = await stripe.charges.list({ limit: 1 })
    assert.equal(data[0]?.payment_method_details?.card?.brand, brand)
    assert.equal(data[0]?.payment_method_details?.card?.last4, cardNumber.slice(-4))
  }
})

test('A paid session is complete, with the shopper and the payment on it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const params = sessionParams(
    {},
    { payment_intent_data: { metadata: { order: '7' }, description: 'Order 7' } },
  )
  const { id, url } = await stripe.checkout.sessions.create(params)
  await payWithCard({ url }, { billingPostalCode: '10115' })
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
  assert.deepEqual([session.status, session.payment_status, session.url], ['complete', 'paid', null])
  assert.equal(session.customer_details?.email, 'ann@example.com')
  assert.equal(session.customer_details?.address?.postal_code, '10115')
  assert.equal(session.customer, null)
  const intent = session.payment_intent
  assert.ok(typeof intent === 'object' && intent !== null)
  assert.deepEqual(
    [intent.status, intent.amount_received, intent.metadata],
    ['succeeded', 2500, { order: '7' }],
  )
  const charge = intent.latest_charge
  assert.ok(typeof charge === 'object' && charge !== null)
  assert.deepEqual(
    [charge.paid, charge.billing_details.name, charge.outcome?.type],
    [true, 'Ann Lee', 'authorized'],
  )
})

const declines: [number: string, code: string, declineCode: string, onPage: RegExp][] = [
  ['4000000000000002', 'card_declined', 'generic_decline', /Your credit card was declined\. Try paying with/],
  ['4000000000009995', 'card_declined', 'insufficient_funds', /because of insufficient funds/],
  ['4000000000009987', 'card_declined', 'lost_card', /Your credit card was declined\. Try paying with/],
  ['4000000000009979', 'card_declined', 'stolen_card', /Your credit card was declined\. Try paying with/],
  ['4000000000000069', 'expired_card', 'expired_card', /Your card is expired\. Try a different card/],
  ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc', /Your card’s CVC is incorrect/],
  [
    '4000000000000119',
    'processing_error',
    'processing_error',
    /An error occurred while processing your card/,
  ],
  ['4000000000006975', 'card_declined', 'card_velocity_exceeded', /repeated attempts/],
  ['4100000000000019', 'card_declined', 'fraudulent', /Your credit card was declined\. Try paying with/],
]

test('Each declining card is declined with its code, and the session stays open for another.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [cardNumber, code, declineCode, onPage] of declines) {
    const session = await stripe.checkout.sessions.create(sessionParams())
    const declined = await payWithCard(session, { cardNumber })
    assert.equal(declined.status, 402, cardNumber)
    assert.match(declined.page, onPage, cardNumber)
    assert.match(declined.page, /value="ann@example\.com"/)
    const { data } = await stripe.paymentIntents.list({ limit: 1 })
    const failure = data[0]?.last_payment_error
    assert.deepEqual(
      [failure?.code, failure?.decline_code, data[0]?.status],
      [code, declineCode, 'requires_payment_method'],
    )
    assert.equal((await stripe.checkout.sessions.retrieve(session.id)).status, 'open')
    assert.equal((await payWithCard(session)).status, 303, cardNumber)
  }
})

test('A blocked payment says on the charge that Radar blocked it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()), {
    cardNumber: '4100000000000019',
  })
  const { data } = await stripe.charges.list()
  assert.deepEqual(
    [data[0]?.status, data[0]?.outcome?.type, data[0]?.outcome?.risk_level],
    ['failed', 'blocked', 'highest'],
  )
})

test('A decline sends charge.failed and payment_intent.payment_failed, and no checkout event.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe)
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()), {
    cardNumber: '4000000000000002',
  })
  await eventually(() => (shop.received.length >= 3 ? true : undefined), 'third event')
  assert.deepEqual(shop.types().toSorted(), [
    'charge.failed',
    'payment_intent.created',
    'payment_intent.payment_failed',
  ])
})

const typos: [field: string, typed: string, onPage: RegExp][] = [
  ['email', '', /id="email-error">Required/],
  ['email', 'ann', /Your email is invalid/],
  ['cardNumber', '4242 4242', /Your card number is incomplete/],
  ['cardNumber', '4242424242424241', /Your card number is invalid/],
  ['cardExpiry', '13 / 30', /expiration date is incomplete/],
  ['cardExpiry', '01 / 21', /expiration date is in the past/],
  ['cardCvc', '12', /security code is incomplete/],
  ['billingName', ' ', /id="billingName-error">Required/],
]

test('A slip is told beside its field, the rest stays typed in, and nothing is tried.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  for (const [field, typed, onPage] of typos) {
    const answer = await payWithCard(session, { [field]: typed })
    assert.equal(answer.status, 400, typed)
    assert.match(answer.page, onPage, typed)
    if (field !== 'cardCvc') assert.match(answer.page, /id="cardCvc"[^>]*value="123"/)
  }
  assert.equal((await stripe.paymentIntents.list()).data.length, 0)
})

test('A number that may be a real card is refused, and is neither shown, stored nor logged.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  const real = '4539578763621486'
  const answer = await payWithCard(session, { cardNumber: real })
  assert.equal(answer.status, 400)
  assert.match(answer.page, /Local Stripe takes no real card/)
  assert.equal(answer.page.includes(real), false)
  assert.equal(JSON.stringify((await control('GET', '/requests')).body).includes(real), false)
  assert.equal((await stripe.charges.list()).data.length, 0)
})

test('Paying twice pays once.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  const both = await Promise.all([payWithCard(session), payWithCard(session)])
  assert.deepEqual(
    both.map((answer) => answer.status),
    [303, 303],
  )
  assert.equal((await stripe.charges.list()).data.length, 1)
})

test('A free order is completed without a payment.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams({ amount: 0 }))
  const done = await post(session.url ?? '', { email: 'ann@example.com' })
  assert.equal(done.status, 303)
  const { status, payment_status, payment_intent } = await stripe.checkout.sessions.retrieve(session.id)
  assert.deepEqual([status, payment_status, payment_intent], ['complete', 'no_payment_required', null])
})
