import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { openPage, type OpenPage } from './testing/open-page.ts'

const card = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' }
const shopper = { email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE' }
const fixed = (name: string, amount: number) => ({
  shipping_rate_data: {
    display_name: name,
    type: 'fixed_amount' as const,
    fixed_amount: { amount, currency: 'usd' },
    delivery_estimate: {
      minimum: { unit: 'business_day' as const, value: 3 },
      maximum: { unit: 'business_day' as const, value: 5 },
    },
  },
})

async function checkout(stripe: Stripe, more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const session = await stripe.checkout.sessions.create(sessionParams({}, more))
  return { id: session.id, page: await openPage(session.url ?? '') }
}

function total(page: OpenPage): string | null {
  return page.byId('OrderDetails-TotalAmount')
}

async function withCode(stripe: Stripe) {
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'once' })
  await stripe.promotionCodes.create({ code: 'SPRING20', promotion: { type: 'coupon', coupon: coupon.id } })
  return checkout(stripe, { allow_promotion_codes: true })
}

test('A promotion code is applied and taken away again by buttons that need no script.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await withCode(stripe)
  const applied = await page.press({ promotionCode: 'spring20' }, 'apply-promotion')
  assert.deepEqual([applied.status, total(applied)], [200, '$20.00'])
  assert.match(applied.text, /20% off/)
  assert.match(applied.text, /-\$5\.00/)
  const removed = await applied.press({}, 'remove-promotion')
  assert.deepEqual([removed.status, total(removed)], [200, '$25.00'])
  assert.equal(removed.byId('promotionCode-error'), null)
})

test('A code that is unknown or expired is told beside its field, and the code stays there to be mended.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const { page } = await withCode(stripe)
  const unknown = await page.press({ promotionCode: 'NOPE <b>' }, 'apply-promotion')
  assert.deepEqual([unknown.status, unknown.byId('promotionCode-error')], [400, 'This code is invalid.'])
  assert.equal(unknown.fields['promotionCode'], 'NOPE <b>')
  const now = Math.floor(Date.now() / 1000)
  const coupon = await stripe.coupons.create({ percent_off: 5, duration: 'once', redeem_by: now + 60 })
  await stripe.promotionCodes.create({ code: 'LATE', promotion: { type: 'coupon', coupon: coupon.id } })
  await control('POST', '/clock/advance', { seconds: 120 })
  const late = await page.press({ promotionCode: 'LATE' }, 'apply-promotion')
  assert.match(late.byId('promotionCode-error') ?? '', /^This code (is invalid|has expired)\.$/)
})

test('Enter in the field of the code applies it and does not pay.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await withCode(stripe)
  assert.match(page.text, /<button\s+class="default-button"/)
  assert.ok(page.text.indexOf('default-button') < page.text.indexOf('name="change"'))
  const entered = await page.press({ ...shopper, ...card, promotionCode: 'SPRING20' })
  assert.deepEqual([entered.status, total(entered)], [200, '$20.00'])
  assert.equal((await stripe.charges.list()).data.length, 0)
})

test('A quantity changes within its bounds, and says so when it is out of them.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const [item] = sessionParams().line_items ?? []
  const adjustable_quantity = { enabled: true, minimum: 1, maximum: 5 }
  const { page } = await checkout(stripe, { line_items: [{ ...item, adjustable_quantity }] })
  const name = Object.keys(page.fields).find((field) => field.startsWith('quantity-')) ?? ''
  const more = await page.press({ [name]: '4' }, 'quantity')
  assert.deepEqual([more.status, total(more)], [200, '$50.00'])
  for (const wrong of ['6', '0', '-1', '1.5', 'four', '', '９']) {
    const refused = await more.press({ [name]: wrong }, 'quantity')
    assert.deepEqual([refused.status, total(refused)], [400, '$50.00'], wrong)
    assert.match(refused.text, /Choose a whole number from 1 to 5\./, wrong)
    assert.equal(refused.fields[name], wrong)
  }
})

test('The first shipping option is chosen, and another one changes the total.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shipping_options = [fixed('Standard', 500), fixed('Express', 1500)]
  const { id, page } = await checkout(stripe, { shipping_options })
  assert.equal(total(page), '$30.00')
  assert.match(page.text, /3–5 business days/)
  const { shipping_options: options } = await stripe.checkout.sessions.retrieve(id)
  const express = idOf(options[1]?.shipping_rate)
  const changed = await page.press({ 'shipping-rate': express }, 'shipping-rate')
  assert.deepEqual([total(changed), changed.fields['shipping-rate']], ['$40.00', express])
})

test('An optional item is added and removed again.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product = await stripe.products.create({ name: 'Tea towel' })
  const { id: price } = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 900 })
  const { page } = await checkout(stripe, { optional_items: [{ price, quantity: 1 }] })
  assert.match(page.text, /aria-label="Add Tea towel"/)
  const added = await page.press({}, `add-${price}`)
  assert.equal(total(added), '$34.00')
  const removed = await added.press({}, `remove-${price}`)
  assert.equal(total(removed), '$25.00')
})

test('No button of a section loses what is filled in elsewhere, and a real card number comes back to nobody.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, {
    allow_promotion_codes: true,
    phone_number_collection: { enabled: true },
    shipping_address_collection: { allowed_countries: ['DE', 'US'] },
    shipping_options: [fixed('Standard', 500), fixed('Express', 1500)],
    custom_fields: [{ key: 'engraving', label: { type: 'custom', custom: 'Engraving' }, type: 'text' }],
    consent_collection: { terms_of_service: 'required' },
    tax_id_collection: { enabled: true },
  })
  const typed = {
    email: 'ann@example.com',
    phoneNumber: '+49 30 123456',
    shippingName: '李雷 🐼 "O\'Neil" <b>',
    shippingCountry: 'DE',
    shippingAddressLine1: 'Straße 1 & Co.',
    shippingLocality: 'Köln',
    shippingPostalCode: '50667',
    'customField-engraving': '茶',
    termsOfServiceConsentCheckbox: 'on',
    enableTaxId: 'on',
    businessName: 'Tee & Söhne',
    taxIdType: 'gb_vat',
    taxId: 'GB123',
    promotionCode: '',
    cardNumber: '4539 5787 6362 1486',
    cardExpiry: '12 / 34',
  }
  for (const button of [
    'country',
    'shipping-rate',
    'quantity',
    'apply-promotion',
    'remove-promotion',
    'nonsense',
  ]) {
    const again = await page.press({ ...typed, cardUseShippingAsBilling: null }, button)
    assert.equal(again.status, 200, button)
    const { cardNumber, ...rest } = typed
    for (const [field, value] of Object.entries(rest))
      assert.equal(again.fields[field], value, `${button}: ${field}`)
    assert.equal(again.fields['cardNumber'], '')
    assert.equal(again.text.includes(cardNumber), false)
    assert.equal('cardUseShippingAsBilling' in again.fields, false, 'an unticked box stays so')
  }
})

test('Nobody pays another amount than the one that was shown: the page shows the new one first.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await withCode(stripe)
  const elsewhere = await page.press({ promotionCode: 'SPRING20' }, 'apply-promotion')
  assert.equal(total(elsewhere), '$20.00')
  const stale = await page.press({ ...shopper, ...card })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /The total has changed to \$20\.00\. Nothing was charged yet/)
  assert.equal((await stripe.charges.list()).data.length, 0)
  const paid = await stale.press({ ...shopper, ...card })
  assert.equal(paid.status, 303)
  assert.equal((await stripe.charges.list()).data[0]?.amount, 2000)
})

test('What was chosen counts although the button for it was never pressed.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id, page } = await checkout(stripe, {
    shipping_options: [fixed('Standard', 500), fixed('Express', 1500)],
  })
  const { shipping_options: options } = await stripe.checkout.sessions.retrieve(id)
  const rate = { 'shipping-rate': idOf(options[1]?.shipping_rate) }
  const asked = await page.press({ ...shopper, ...card, ...rate })
  assert.deepEqual([asked.status, total(asked)], [409, '$40.00'])
  assert.equal((await asked.press({ ...card })).status, 303)
  assert.equal((await stripe.checkout.sessions.retrieve(id)).amount_total, 4000)
})

test('A code that takes everything off needs no card any more.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 100, duration: 'once' })
  await stripe.promotionCodes.create({ code: 'GIFT', promotion: { type: 'coupon', coupon: coupon.id } })
  const { id, page } = await checkout(stripe, { allow_promotion_codes: true })
  const free = await page.press({ email: 'ann@example.com', promotionCode: 'GIFT' }, 'apply-promotion')
  assert.equal(total(free), '$0.00')
  assert.equal(free.text.includes('id="cardNumber"'), false)
  assert.equal((await free.press()).status, 303)
  assert.equal((await stripe.checkout.sessions.retrieve(id)).payment_status, 'no_payment_required')
})
