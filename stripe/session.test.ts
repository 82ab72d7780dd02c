import './test-stripe.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSession } from './session.ts'
import { sessionJson } from './test-events.ts'

test('A session is read down to what the shop lives by', () => {
  const json = sessionJson({ id: 'cs_test_1', client_reference_id: '7Q4DX-2MXPW', metadata: { a: 'b' } })

  assert.deepEqual(parseSession(json), {
    id: 'cs_test_1',
    orderId: '7Q4DX-2MXPW',
    status: 'complete',
    payment: 'paid',
    url: null,
    amountSubtotal: 1200,
    amountDiscount: 0,
    amountShipping: 0,
    amountTax: 0,
    amountTotal: 1200,
    shippingChoice: null,
    currency: 'usd',
    rightMode: true,
    paymentIntentId: 'pi_test_1',
    email: 'shopper@example.com',
    customerName: 'Wang Fang',
    shippingAddress: null,
    presentment: null,
  })
})

test('What was charged, how and where it is sent and what the shopper saw are read as Stripe tells them', () => {
  const address = { line1: '1 Main St', city: 'Oakland', state: 'CA', postal_code: '94601', country: 'US' }
  const told = parseSession(
    sessionJson({
      amount_subtotal: 2400,
      amount_total: 2880,
      total_details: { amount_discount: 240, amount_shipping: 600, amount_tax: 120 },
      shipping_cost: { amount_total: 600, shipping_rate: 'shr_2' },
      shipping_options: [{ shipping_rate: 'shr_1' }, { shipping_rate: { id: 'shr_2' } }],
      collected_information: {
        shipping_details: { name: 'Wang\u0000 Fang', address: { ...address, line2: '' } },
      },
      presentment_details: { presentment_amount: 2650, presentment_currency: 'eur' },
    }),
  )
  const { amountSubtotal, amountDiscount, amountShipping, amountTax, amountTotal, shippingChoice } = told
  assert.deepEqual(
    [amountSubtotal, amountDiscount, amountShipping, amountTax, amountTotal, shippingChoice],
    [2400, 240, 600, 120, 2880, 1],
  )
  const { postal_code: postalCode, ...lines } = address
  assert.deepEqual(told.shippingAddress, { name: 'Wang Fang', ...lines, line2: null, postalCode })
  assert.deepEqual(told.presentment, { amount: 2650, currency: 'eur' })
  const older = parseSession(sessionJson({ shipping_details: { name: 'Wang Fang', address } }))
  assert.equal(older.shippingAddress?.line1, '1 Main St')
})

const intent = (status: string) => ({ payment_intent: { id: 'pi_test_1', status } })
const payments: [title: string, said: Record<string, unknown>, payment: string][] = [
  ['paid', { payment_status: 'paid' }, 'paid'],
  ['needing no payment', { payment_status: 'no_payment_required' }, 'paid'],
  ['needing no payment and open', { status: 'open', payment_status: 'no_payment_required' }, 'none'],
  ['needing no payment and expired', { status: 'expired', payment_status: 'no_payment_required' }, 'none'],
  ['open', { status: 'open', payment_status: 'unpaid' }, 'none'],
  ['expired', { status: 'expired', payment_status: 'unpaid' }, 'none'],
  [
    'open with a declined card',
    { status: 'open', payment_status: 'unpaid', ...intent('requires_payment_method') },
    'none',
  ],
  ['waiting for a bank, as an event tells it', { payment_status: 'unpaid' }, 'processing'],
  ['waiting for a bank', { payment_status: 'unpaid', ...intent('processing') }, 'processing'],
  ['refused by a bank', { payment_status: 'unpaid', ...intent('requires_payment_method') }, 'failed'],
  ['canceled', { payment_status: 'unpaid', ...intent('canceled') }, 'failed'],
  ['paid, whatever its intent says', { payment_status: 'paid', ...intent('canceled') }, 'paid'],
]

for (const [title, said, payment] of payments) {
  test(`The payment of a session that is ${title} is ${payment}`, () => {
    const session = parseSession(sessionJson(said))

    assert.equal(session.payment, payment)
    assert.equal(session.paymentIntentId, 'pi_test_1')
  })
}

test('What Stripe leaves out or has nothing to say of is null', () => {
  const names = [
    'client_reference_id',
    'url',
    'payment_intent',
    'customer_details',
    'amount_total',
    'currency',
  ]

  for (const nothing of [null, undefined]) {
    const session = parseSession(sessionJson(Object.fromEntries(names.map((name) => [name, nothing]))))
    const { orderId, url, paymentIntentId, email, customerName, amountTotal, currency } = session
    assert.deepEqual(
      { orderId, url, paymentIntentId, email, customerName },
      {
        orderId: null,
        url: null,
        paymentIntentId: null,
        email: null,
        customerName: null,
      },
    )
    assert.deepEqual([amountTotal, currency], [0, ''])
  }
})

test('A session of live mode is none of a shop with a test key', () => {
  assert.equal(parseSession(sessionJson({ livemode: true })).rightMode, false)
})

const wrongs: Record<string, unknown>[] = [
  { object: 'payment_intent' },
  { id: 1 },
  { status: 'closed' },
  { payment_status: 'refunded' },
  { amount_total: '1200' },
  { amount_total: 12.5 },
  { total_details: { amount_discount: -1, amount_shipping: 0, amount_tax: 0 } },
  { livemode: 'no' },
  { client_reference_id: { $ne: null } },
]

for (const wrong of wrongs) {
  test(`What says ${JSON.stringify(wrong)} is no session, and is refused`, () => {
    assert.throws(() => parseSession(sessionJson(wrong)), { name: 'ZodError' })
  })
}

test('What is no object at all is refused', () => {
  for (const json of [null, undefined, 'cs_test_1', 1, []])
    assert.throws(() => parseSession(json), { name: 'ZodError' })
})
