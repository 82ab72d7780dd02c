import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { openPage } from './testing/open-page.ts'

const card = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12 / 34', cardCvc: '123' }
const shopper = { email: 'ann@example.com', billingName: 'Ann Lee', billingCountry: 'DE' }
const paid = { ...shopper, ...card }
async function checkout(stripe: Stripe, more: Partial<Stripe.Checkout.SessionCreateParams>) {
  const session = await stripe.checkout.sessions.create(sessionParams({}, more))
  const page = await openPage(session.url ?? '')
  return { page, session: () => stripe.checkout.sessions.retrieve(session.id) }
}

const ships = {
  shipping_address_collection: { allowed_countries: ['US' as const, 'DE' as const, 'HK' as const] },
}

test('A telephone number and names are asked for where the shop wants them.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const name_collection = { individual: { enabled: true }, business: { enabled: true, optional: true } }
  const { page, session } = await checkout(stripe, {
    phone_number_collection: { enabled: true },
    name_collection,
  })
  const refused = await page.press({ ...paid, phoneNumber: 'call me' })
  assert.equal(refused.byId('phoneNumber-error'), 'Your phone number is invalid.')
  assert.equal(refused.byId('individualName-error'), 'Required')
  assert.equal(refused.byId('businessName-error'), null)
  assert.equal(
    (await refused.press({ ...card, phoneNumber: '+49 30 123456', individualName: 'Ann Lee' })).status,
    303,
  )
  const { customer_details: details } = await session()
  assert.deepEqual(
    [details?.phone, details?.individual_name, details?.business_name],
    ['+49 30 123456', 'Ann Lee', null],
  )
})

const label = (custom: string) => ({ type: 'custom' as const, custom })

test('The shop’s own fields: text, numbers and lists, with defaults, bounds and what may be left out.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page, session } = await checkout(stripe, {
    custom_fields: [
      {
        key: 'note',
        label: label('A <b> note'),
        type: 'text',
        text: { minimum_length: 3, maximum_length: 5, default_value: 'abc' },
      },
      { key: 'floor', label: label('Floor'), type: 'numeric', optional: true },
      {
        key: 'size',
        label: label('Size'),
        type: 'dropdown',
        dropdown: {
          options: [
            { label: 'Small', value: 'small' },
            { label: 'Large', value: 'large' },
          ],
        },
      },
    ],
  })
  assert.ok(page.text.includes('A &lt;b&gt; note'))
  assert.ok(page.text.includes('Floor (optional)'))
  assert.equal(page.fields['customField-note'], 'abc')
  const refused = await page.press({
    ...paid,
    'customField-note': 'toolong',
    'customField-floor': 'two',
    'customField-size': 'huge',
  })
  assert.equal(refused.byId('customField-note-error'), 'This is longer than 5 characters.')
  assert.equal(refused.byId('customField-floor-error'), 'Digits only.')
  assert.equal(refused.byId('customField-size-error'), 'This is not valid.')
  assert.equal(
    (
      await refused.press({
        ...card,
        'customField-note': '茶🍵',
        'customField-floor': '',
        'customField-size': 'large',
      })
    ).status,
    303,
  )
  const fields = (await session()).custom_fields
  assert.deepEqual(
    fields.map((field) => (field.text ?? field.numeric ?? field.dropdown)?.value),
    ['茶🍵', null, 'large'],
  )
})

test('Terms must be agreed to, news need not be.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page, session } = await checkout(stripe, {
    consent_collection: { terms_of_service: 'required', promotions: 'auto' },
    custom_text: {
      terms_of_service_acceptance: { message: 'I agree to [the terms](https://shop.test/terms) <i>' },
    },
  })
  assert.ok(
    page.text.includes(
      '<a href="https://shop.test/terms" target="_blank" rel="noreferrer">the terms</a> &lt;i&gt;',
    ),
  )
  const refused = await page.press(paid)
  assert.equal(refused.byId('termsOfServiceConsentCheckbox-error'), 'Please agree to the terms to go on.')
  assert.equal((await refused.press({ ...card, termsOfServiceConsentCheckbox: 'on' })).status, 303)
  assert.deepEqual((await session()).consent, { promotions: 'opt_out', terms_of_service: 'accepted' })
})

test('A company gives its name and tax id, as its country writes it; nobody else has to.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const company = await checkout(stripe, { tax_id_collection: { enabled: true } })
  const buys = { enableTaxId: 'on', taxIdType: 'eu_vat', businessName: 'Tee GmbH' }
  const refused = await company.page.press({ ...paid, ...buys, taxId: 'nonsense' })
  assert.equal(refused.byId('taxId-error'), 'Your tax ID is invalid.')
  assert.equal((await refused.press({ ...card, taxId: 'de123456789' })).status, 303)
  const { customer_details: details } = await company.session()
  assert.deepEqual(
    [details?.tax_ids, details?.business_name],
    [[{ type: 'eu_vat', value: 'DE123456789' }], 'Tee GmbH'],
  )
  const person = await checkout(stripe, { tax_id_collection: { enabled: true } })
  assert.equal((await person.page.press({ ...paid, taxId: 'left behind' })).status, 303)
  assert.deepEqual((await person.session()).customer_details?.tax_ids, [])
  const all = await checkout(stripe, { tax_id_collection: { enabled: true, required: 'if_supported' } })
  assert.equal((await all.page.press(paid)).byId('taxId-error'), 'Required')
})

test('An e-mail address that is known is shown, and cannot be changed.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page, session } = await checkout(stripe, { customer_email: 'known@example.com' })
  assert.deepEqual([page.byId('email'), page.fields['email']], ['known@example.com', undefined])
  const { email: _, ...rest } = paid
  assert.equal((await page.press({ ...rest, email: 'other@example.com' })).status, 303)
  assert.equal((await session()).customer_details?.email, 'known@example.com')
})

test('Link is not imitated: whoever ticks its box is told so, and nothing is charged.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, {})
  const refused = await page.press({ ...paid, enableStripePass: 'on' })
  assert.deepEqual([refused.status, /cannot save anything for later/.test(refused.text)], [400, true])
  assert.equal((await refused.press({ ...card, enableStripePass: null })).status, 303)
})

test('The first field that is wrong is where the shopper is led, and every error is tied to its field.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, ships)
  const refused = await page.press()
  assert.match(refused.text, /<p class="alert" role="alert"/)
  assert.match(refused.text, /id="email"[^>]*aria-invalid="true" aria-describedby="email-error" autofocus/)
  assert.equal(refused.text.match(/\sautofocus/g)?.length, 1)
  for (const [, id] of refused.text.matchAll(/aria-describedby="([^"]+)"/g)) {
    assert.ok(refused.text.includes(`id="${id}"`), id)
  }
})

test('Every field has a label of its own.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { page } = await checkout(stripe, {
    ...ships,
    phone_number_collection: { enabled: true },
    tax_id_collection: { enabled: true },
    allow_promotion_codes: true,
  })
  const fields = Array.from(page.text.matchAll(/<(?:input|select)\b[^>]*>/g), ([tag]) => tag)
  for (const tag of fields.filter((field) => !field.includes('type="hidden"'))) {
    const id = /\sid="([^"]+)"/.exec(tag)?.[1] ?? ''
    assert.ok(tag.includes('aria-label=') || page.text.includes(`for="${id}"`), tag)
  }
  const ids = Array.from(page.text.matchAll(/\sid="([^"]+)"/g), ([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
})
