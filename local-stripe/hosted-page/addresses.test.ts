import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { openPage } from './testing/open-page.ts'

const card = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' }
const shopper = { email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE' }
const paid = { ...shopper, ...card }
const address = {
  shippingName: '李雷 🐼',
  shippingCountry: 'US',
  shippingAddressLine1: '1 Main St',
  shippingAddressLine2: 'Apt 2',
  shippingLocality: 'Springfield',
  shippingAdministrativeArea: 'IL',
  shippingPostalCode: '62701',
}

async function checkout(stripe: Stripe, more: Partial<Stripe.Checkout.SessionCreateParams>) {
  const session = await stripe.checkout.sessions.create(sessionParams({}, more))
  const page = await openPage(session.url ?? '')
  return { page, session: () => stripe.checkout.sessions.retrieve(session.id) }
}

const ships = {
  shipping_address_collection: { allowed_countries: ['US' as const, 'DE' as const, 'HK' as const] },
}

test('The shipping address lands in the session, and bills to the same place unless the box is unticked.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const same = await checkout(stripe, ships)
  assert.equal(same.page.fields['cardUseShippingAsBilling'], 'on')
  assert.equal((await same.page.press({ email: shopper.email, ...card, ...address })).status, 303)
  const expected = {
    city: 'Springfield',
    country: 'US',
    line1: '1 Main St',
    line2: 'Apt 2',
    postal_code: '62701',
    state: 'IL',
  }
  const first = await same.session()
  assert.deepEqual(first.collected_information?.shipping_details, { name: '李雷 🐼', address: expected })
  assert.deepEqual([first.customer_details?.name, first.customer_details?.address], ['李雷 🐼', expected])
  const other = await checkout(stripe, ships)
  assert.equal((await other.page.press({ ...paid, ...address, cardUseShippingAsBilling: null })).status, 303)
  const second = await other.session()
  assert.deepEqual(
    [second.customer_details?.name, second.customer_details?.address?.country],
    ['Ann Lee', 'DE'],
  )
  assert.equal(second.collected_information?.shipping_details?.address.country, 'US')
})

test('The page offers the shop’s countries alone, and refuses another one that is sent all the same.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, ships)
  const list = /<select\s+id="shippingCountry".*?<\/select>/s.exec(page.text)?.[0] ?? ''
  assert.deepEqual(
    Array.from(list.matchAll(/value="(\w+)"/g), ([, code]) => code),
    ['DE', 'HK', 'US'],
  )
  const refused = await page.press({ ...paid, ...address, shippingCountry: 'FR' })
  assert.deepEqual(
    [refused.status, refused.byId('shippingCountry-error')],
    [400, 'The shop does not ship there.'],
  )
})

test('What an address needs depends on the country: states, postal codes, cities.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, ships)
  assert.match(page.text, /<select\s+id="shippingAdministrativeArea"/)
  assert.match(page.text, /placeholder="ZIP"/)
  const german = await page.press({ ...address, shippingCountry: 'DE' }, 'country')
  assert.equal(german.text.includes('shippingAdministrativeArea'), false)
  assert.match(german.text, /id="shippingPostalCode"[^>]*placeholder="Postal code"/)
  assert.equal(german.fields['shippingAddressLine1'], '1 Main St')
  const hongKong = await page.press({ ...address, shippingCountry: 'HK' }, 'country')
  assert.equal(/id="shipping(PostalCode|Locality)"/.test(hongKong.text), false)
  const missing = await page.press({
    ...paid,
    ...address,
    shippingAdministrativeArea: '',
    shippingPostalCode: '627',
  })
  assert.equal(missing.status, 400)
  assert.equal(missing.byId('shippingAdministrativeArea-error'), 'Required')
  assert.equal(missing.byId('shippingPostalCode-error'), 'Your postal code is invalid.')
})

test('With billing_address_collection=required the whole billing address is asked for.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page, session } = await checkout(stripe, { billing_address_collection: 'required' })
  const refused = await page.press(paid)
  assert.deepEqual([refused.status, refused.byId('billingAddressLine1-error')], [400, 'Required'])
  const whole = { billingAddressLine1: 'Domkloster 4', billingLocality: 'Köln', billingPostalCode: '50667' }
  assert.equal((await refused.press({ ...card, ...whole })).status, 303)
  const { customer_details: details } = await session()
  assert.deepEqual([details?.address?.line1, details?.address?.city], ['Domkloster 4', 'Köln'])
})
