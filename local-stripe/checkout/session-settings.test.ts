import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'

type Create = Partial<Stripe.Checkout.SessionCreateParams>
const label = { type: 'custom', custom: 'Engraving' } as const

test('What the page asks and shows is kept in full.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        consent_collection: { terms_of_service: 'required' },
        custom_fields: [
          { key: 'engraving', label, type: 'text', optional: true, text: { maximum_length: 20 } },
          { key: 'size', label, type: 'dropdown', dropdown: { options: [{ label: 'L', value: 'l' }] } },
        ],
        custom_text: { submit: { message: 'We ship on Mondays.' }, after_submit: '' },
        branding_settings: { display_name: 'Kiln', button_color: '' },
        name_collection: { business: { enabled: true, optional: true } },
        shipping_address_collection: { allowed_countries: ['DE', 'JP'] },
        tax_id_collection: { enabled: true },
        wallet_options: { link: { display: 'never' } },
        after_expiration: { recovery: { enabled: true } },
        payment_method_options: { card: { request_three_d_secure: 'any' }, paypal: { reference: 'r1' } },
      },
    ),
  )
  assert.deepEqual(session.custom_fields, [
    {
      key: 'engraving',
      label,
      optional: true,
      type: 'text',
      text: { default_value: null, maximum_length: 20, minimum_length: null, value: null },
    },
    {
      key: 'size',
      label,
      optional: false,
      type: 'dropdown',
      dropdown: { default_value: null, options: [{ label: 'L', value: 'l' }], value: null },
    },
  ])
  assert.deepEqual(session.consent_collection, {
    payment_method_reuse_agreement: null,
    promotions: null,
    terms_of_service: 'required',
  })
  assert.deepEqual(session.custom_text.submit, { message: 'We ship on Mondays.' })
  assert.equal(session.custom_text.after_submit, null)
  assert.deepEqual(
    [session.branding_settings?.display_name, session.branding_settings?.button_color],
    ['Kiln', '#0074d4'],
  )
  assert.deepEqual(session.name_collection, { business: { enabled: true, optional: true } })
  assert.deepEqual(session.shipping_address_collection, { allowed_countries: ['DE', 'JP'] })
  assert.deepEqual(session.tax_id_collection, { enabled: true, required: 'never' })
  assert.deepEqual(session.after_expiration?.recovery, {
    allow_promotion_codes: false,
    enabled: true,
    expires_at: null,
    url: null,
  })
  assert.deepEqual(session.payment_method_options, {
    card: { request_three_d_secure: 'any' },
  })
})

test('A known customer fills in the details, and tax ids need leave to name it.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: customer } = await stripe.customers.create({ email: 'ann@example.com' })
  const create = (more: Create) => stripe.checkout.sessions.create(sessionParams({}, { customer, ...more }))
  const session = await create({})
  assert.deepEqual(
    [session.customer, session.customer_creation, session.customer_details?.email, session.customer_email],
    [customer, null, 'ann@example.com', null],
  )
  assert.deepEqual(session.saved_payment_method_options?.allow_redisplay_filters, ['always'])
  await assert.rejects(
    create({ tax_id_collection: { enabled: true } }),
    /Tax ID collection requires updating/,
  )
  await create({ tax_id_collection: { enabled: true }, customer_update: { name: 'auto' } })
})

test('Sessions are found by everything that Stripe lists them by.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: customer } = await stripe.customers.create({ email: 'ann@example.com' })
  const { id } = await stripe.checkout.sessions.create(sessionParams({}, { customer }))
  await stripe.checkout.sessions.create(sessionParams())
  const found = async (params: Stripe.Checkout.SessionListParams) =>
    (await stripe.checkout.sessions.list(params)).data.map((session) => session.id)
  assert.deepEqual(await found({ customer }), [id])
  assert.deepEqual(await found({ customer_details: { email: 'ann@example.com' } }), [id])
  assert.equal((await found({ status: 'open' })).length, 2)
  assert.deepEqual(await found({ status: 'expired' }), [])
  for (const none of [
    { payment_link: 'plink_x' },
    { subscription: 'sub_x' },
    { customer_account: 'acct_x' },
  ]) {
    assert.deepEqual(await found(none), [])
  }
})
