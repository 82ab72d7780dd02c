import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import type { Account } from '../account.ts'
import { readMethod } from '../payments/methods/read-method.ts'
import { paySession } from '../payments/pay-session.ts'
import { accountForTest } from '../testing/account-for-test.ts'
import { idOf, sessionParams } from '../testing/local-stripe-for-test.ts'
import { applyPromotionCode } from './change-session.ts'
import { completeSession } from './complete-session.ts'
import { noAddress, unknownShopper, type Shopper } from './shopper.ts'

type Create = Partial<Stripe.Checkout.SessionCreateParams>
const address = { ...noAddress, country: 'DE', line1: 'Am Hang 3', city: 'Ulm', postal_code: '89073' }
const ann: Shopper = {
  ...unknownShopper,
  email: 'ann@example.com',
  name: 'Ann Lee',
  phone: '+49731123',
  address,
  shipping: { name: 'Bo Lee', address },
}

function complete(account: Account, { id }: { id: string }, shopper: Shopper) {
  const session = account.store.find('checkout.session', id)
  assert.ok(session !== null)
  return completeSession(account, { session, shopper, paymentStatus: 'paid' })
}

test('A complete session tells everything that the shopper said.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const label = { type: 'custom', custom: 'Engraving' } as const
  const created = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        consent_collection: { terms_of_service: 'required', promotions: 'auto' },
        custom_fields: [
          { key: 'engraving', label, type: 'text' },
          { key: 'floor', label, type: 'numeric', optional: true },
        ],
        name_collection: { business: { enabled: true } },
        shipping_address_collection: { allowed_countries: ['DE'] },
        tax_id_collection: { enabled: true },
      },
    ),
  )
  complete(account, created, {
    ...ann,
    businessName: 'Lee Ltd',
    taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
    customFields: { engraving: 'For Bo', toString: 'x' },
    consent: { promotions: 'opt_in', termsOfService: 'accepted' },
  })
  const session = await stripe.checkout.sessions.retrieve(created.id)
  assert.deepEqual([session.status, session.payment_status, session.url], ['complete', 'paid', null])
  assert.deepEqual(session.collected_information, {
    business_name: 'Lee Ltd',
    individual_name: null,
    shipping_details: { name: 'Bo Lee', address },
  })
  assert.deepEqual(session.customer_details, {
    address,
    business_name: 'Lee Ltd',
    email: 'ann@example.com',
    individual_name: null,
    name: 'Ann Lee',
    phone: '+49731123',
    tax_exempt: 'none',
    tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
  })
  assert.deepEqual(
    [session.custom_fields[0]?.text?.value, session.custom_fields[1]?.numeric?.value],
    ['For Bo', null],
  )
  assert.deepEqual(session.consent, { promotions: 'opt_in', terms_of_service: 'accepted' })
})

test('A session writes onto its customer what it may, and an event says so.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const { id: customer } = await stripe.customers.create({ name: 'A. Lee' })
  const pay = async (customer_update: NonNullable<Create['customer_update']>) => {
    const created = await stripe.checkout.sessions.create(sessionParams({}, { customer, customer_update }))
    complete(account, created, ann)
    const now = await stripe.customers.retrieve(customer)
    assert.ok(!now.deleted)
    return now
  }
  const closed = await pay({ address: 'never' })
  assert.deepEqual(
    [closed.email, closed.name, closed.address, closed.shipping],
    ['ann@example.com', 'A. Lee', null, null],
  )
  const open = await pay({ address: 'auto', name: 'auto', shipping: 'auto' })
  assert.deepEqual([open.name, open.address?.city, open.shipping?.name], ['Ann Lee', 'Ulm', 'Bo Lee'])
  const [event] = (await stripe.events.list({ type: 'customer.updated' })).data
  assert.deepEqual(Object.keys(event?.data.previous_attributes ?? {}).toSorted(), [
    'address',
    'name',
    'shipping',
  ])
})

test('A customer is made when the shop always wants one, and only then.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const pay = async (more: Create) => {
    const created = await stripe.checkout.sessions.create(sessionParams({}, more))
    complete(account, created, ann)
    return (await stripe.checkout.sessions.retrieve(created.id)).customer
  }
  assert.equal(await pay({}), null)
  assert.match(idOf(await pay({ customer_creation: 'always' })), /^cus_/)
})

test('A discount is redeemed when the session is complete, not before.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'once' })
  const code = await stripe.promotionCodes.create({
    code: 'ONCE',
    max_redemptions: 1,
    promotion: { type: 'coupon', coupon: coupon.id },
  })
  const created = await stripe.checkout.sessions.create(sessionParams({}, { allow_promotion_codes: true }))
  const session = account.store.find('checkout.session', created.id)
  assert.ok(session !== null)
  applyPromotionCode(account, session, 'ONCE')
  const redeemed = async () => [
    (await stripe.coupons.retrieve(coupon.id)).times_redeemed,
    (await stripe.promotionCodes.retrieve(code.id)).times_redeemed,
    (await stripe.promotionCodes.retrieve(code.id)).active,
  ]
  assert.deepEqual(await redeemed(), [0, 0, true])
  complete(account, created, ann)
  assert.deepEqual(await redeemed(), [1, 1, false])
  const next = stripe.checkout.sessions.create(
    sessionParams({}, { discounts: [{ promotion_code: code.id }] }),
  )
  await assert.rejects(next, { statusCode: 400, param: 'discounts[0][promotion_code]' })
})

test('What the session says of its payment stands in the PaymentIntent.', async (t) => {
  const { account, stripe } = await accountForTest(t)
  const created = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        payment_intent_data: { capture_method: 'manual', description: 'Order 42' },
        payment_method_options: { card: { request_three_d_secure: 'any' } },
        shipping_address_collection: { allowed_countries: ['DE'] },
      },
    ),
  )
  const session = account.store.find('checkout.session', created.id)
  assert.ok(session !== null)
  const card = { cardNumber: '4242424242424242', cardExpiry: '12/34', cardCvc: '123' }
  const read = readMethod({ type: 'card', typed: card, now: account.clock() })
  assert.ok(read.ok)
  account.store.transaction(() => paySession(account, { session, shopper: ann, choice: read.choice }))
  const { payment_intent } = await stripe.checkout.sessions.retrieve(created.id)
  const intent = await stripe.paymentIntents.retrieve(idOf(payment_intent))
  assert.deepEqual(
    [intent.status, intent.amount_capturable, intent.description, intent.shipping?.name],
    ['requires_capture', 2500, 'Order 42', 'Bo Lee'],
  )
  assert.equal(intent.payment_method_options?.card?.request_three_d_secure, 'any')
})
