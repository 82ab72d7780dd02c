import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'

type Create = Partial<Stripe.Checkout.SessionCreateParams>
const label = { type: 'custom', custom: 'Engraving' } as const

const text = { key: 'a', label, type: 'text' } as const
const dropdown = (options: { label: string; value: string }[], more: object = {}) => ({
  custom_fields: [{ key: 'a', label, type: 'dropdown' as const, dropdown: { options, ...more } }],
})
const refusals: Record<string, [change: Create, param: string]> = {
  'promotion codes beside a discount': [
    { allow_promotion_codes: false, discounts: [{ coupon: 'x' }] },
    'allow_promotion_codes',
  ],
  'two discounts in one': [{ discounts: [{ coupon: 'x', promotion_code: 'y' }] }, 'discounts[0]'],
  'two discounts': [{ discounts: [{ coupon: 'x' }, { coupon: 'y' }] }, 'discounts'],
  'an unknown coupon': [{ discounts: [{ coupon: 'x' }] }, 'discounts[0][coupon]'],
  'an unknown customer': [{ customer: 'cus_x' }, 'customer'],
  'a customer and an address': [{ customer: 'cus_x', customer_email: 'a@b.co' }, 'customer'],
  'an update of nobody': [{ customer_update: { name: 'auto' } }, 'customer_update'],
  'four fields': [{ custom_fields: ['a', 'b', 'c', 'd'].map((key) => ({ ...text, key })) }, 'custom_fields'],
  'a field twice': [{ custom_fields: [text, text] }, 'custom_fields[1][key]'],
  'a key with a dash': [{ custom_fields: [{ ...text, key: 'a-b' }] }, 'custom_fields[0][key]'],
  'a long label': [
    { custom_fields: [{ ...text, label: { type: 'custom', custom: 'x'.repeat(101) } }] },
    'custom_fields[0][label][custom]',
  ],
  'a dropdown without options': [
    { custom_fields: [{ ...text, type: 'dropdown' }] },
    'custom_fields[0][dropdown]',
  ],
  'an option twice': [
    dropdown([
      { label: 'A', value: 'a' },
      { label: 'B', value: 'a' },
    ]),
    'custom_fields[0][dropdown][options][1][value]',
  ],
  'a default that is no option': [
    dropdown([{ label: 'A', value: 'a' }], { default_value: 'b' }),
    'custom_fields[0][dropdown][default_value]',
  ],
  'a text with options': [
    { custom_fields: [{ ...text, dropdown: { options: [{ label: 'A', value: 'a' }] } }] },
    'custom_fields[0][dropdown]',
  ],
  'a text that is longer at least than at most': [
    { custom_fields: [{ ...text, text: { minimum_length: 5, maximum_length: 4 } }] },
    'custom_fields[0][text][minimum_length]',
  ],
  'a number that is none': [
    { custom_fields: [{ ...text, type: 'numeric', numeric: { default_value: '12a' } }] },
    'custom_fields[0][numeric][default_value]',
  ],
  'a long text': [{ custom_text: { submit: { message: 'x'.repeat(1201) } } }, 'custom_text[submit][message]'],
  'a country that nobody ships to': [
    { shipping_address_collection: { allowed_countries: ['KP'] } },
    'shipping_address_collection[allowed_countries][0]',
  ],
  'two addresses': [
    {
      shipping_address_collection: { allowed_countries: ['DE'] },
      payment_intent_data: { shipping: { name: 'Ann', address: { line1: 'A 1' } } },
    },
    'payment_intent_data[shipping]',
  ],
  'six ways to ship': [
    { shipping_options: Array.from({ length: 6 }, () => ({ shipping_rate: 'shr_x' })) },
    'shipping_options',
  ],
  'an unknown shipping rate': [
    { shipping_options: [{ shipping_rate: 'shr_x' }] },
    'shipping_options[0][shipping_rate]',
  ],
  'an unknown optional price': [
    { optional_items: [{ price: 'price_x', quantity: 1 }] },
    'optional_items[0][price]',
  ],
  'a collection for subscriptions': [{ payment_method_collection: 'always' }, 'payment_method_collection'],
  'data of a subscription': [{ subscription_data: { description: 'x' } }, 'subscription_data'],
  'a descriptor without letters': [
    { payment_intent_data: { statement_descriptor_suffix: '12345' } },
    'payment_intent_data[statement_descriptor_suffix]',
  ],
  'an address to return to': [{ return_url: 'https://shop.test' }, 'return_url'],
}

test('Settings that contradict themselves or each other are refused where they do.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [name, [change, param]] of Object.entries(refusals)) {
    const refused = stripe.checkout.sessions.create(sessionParams({}, change))
    await assert.rejects(refused, { statusCode: 400, type: 'StripeInvalidRequestError', param }, name)
  }
  assert.equal((await stripe.checkout.sessions.list()).data.length, 0)
})

const mug = {
  quantity: 1,
  price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Mug' } },
}
const itemRefusals: Record<string, [item: object, param: string]> = {
  'an unknown tax rate': [{ ...mug, tax_rates: ['txr_x'] }, 'line_items[0][tax_rates][0]'],
  'a minimum above the maximum': [
    { ...mug, adjustable_quantity: { enabled: true, minimum: 3, maximum: 2 } },
    'line_items[0][adjustable_quantity][minimum]',
  ],
  'a quantity out of its bounds': [
    { ...mug, adjustable_quantity: { enabled: true, minimum: 3 } },
    'line_items[0][quantity]',
  ],
  'a million': [
    { ...mug, adjustable_quantity: { enabled: true, maximum: 1_000_000 } },
    'line_items[0][adjustable_quantity][maximum]',
  ],
  'a price of every month': [
    { ...mug, price_data: { ...mug.price_data, recurring: { interval: 'month' } } },
    'line_items[0][price_data]',
  ],
  'two amounts': [
    { ...mug, price_data: { ...mug.price_data, unit_amount_decimal: '1.5' } },
    'line_items[0][price_data][unit_amount]',
  ],
  'a description of its own': [{ ...mug, description: 'Blue' }, 'line_items[0]'],
  'two products': [
    { ...mug, price_data: { ...mug.price_data, product: 'prod_x' } },
    'line_items[0][price_data]',
  ],
}

test('Line items that cannot be are refused where they stand.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [name, [item, param]] of Object.entries(itemRefusals)) {
    const refused = stripe.checkout.sessions.create(sessionParams({}, { line_items: [item] }))
    await assert.rejects(refused, { statusCode: 400, param }, name)
  }
})

test('Recurring prices are refused in Stripe’s words.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product_data = { name: 'Tea' }
  const recurring = { interval: 'month' } as const
  const { id: price } = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 900,
    product_data,
    recurring,
  })
  await assert.rejects(
    stripe.checkout.sessions.create(sessionParams({}, { line_items: [{ price, quantity: 1 }] })),
    {
      message:
        'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
    },
  )
})

test('A price whose product is not active is not sold.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const product = await stripe.products.create({ name: 'Cup' })
  const price = await stripe.prices.create({ currency: 'usd', unit_amount: 900, product: product.id })
  await stripe.products.update(product.id, { active: false })
  const line_items = [{ price: price.id, quantity: 1 }]
  await assert.rejects(stripe.checkout.sessions.create(sessionParams({}, { line_items })), {
    message: `Price \`${price.id}\` is not available to be purchased because its product is not active.`,
    param: 'line_items[0][price]',
  })
})
