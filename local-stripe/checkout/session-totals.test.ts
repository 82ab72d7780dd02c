import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'

type Create = Stripe.Checkout.SessionCreateParams
const mug = (unit_amount: number, quantity = 1) => ({
  quantity,
  price_data: { currency: 'usd', unit_amount, product_data: { name: 'Mug' } },
})
const post = (amount: number): NonNullable<Create['shipping_options']> => [
  {
    shipping_rate_data: {
      display_name: 'Post',
      type: 'fixed_amount',
      fixed_amount: { amount, currency: 'usd' },
    },
  },
]
const amounts = (session: Stripe.Checkout.Session) => [
  session.amount_subtotal,
  session.total_details?.amount_discount,
  session.total_details?.amount_shipping,
  session.total_details?.amount_tax,
  session.amount_total,
]

test('Discount, taxes and shipping make the total, and every line says its part.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const tax = { display_name: 'VAT', percentage: 20 }
  const added = await stripe.taxRates.create({ ...tax, inclusive: false })
  const inside = await stripe.taxRates.create({ ...tax, inclusive: true })
  const session = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        line_items: [
          { ...mug(1000, 2), tax_rates: [added.id] },
          { ...mug(1205), tax_rates: [inside.id] },
        ],
        discounts: [{ coupon: coupon.id }],
        shipping_options: post(500),
        expand: ['line_items.data.taxes', 'line_items.data.discounts', 'total_details.breakdown'],
      },
    ),
  )
  assert.deepEqual(amounts(session), [3205, 321, 500, 541, 3744])
  assert.deepEqual(session.discounts, [{ coupon: coupon.id, promotion_code: null }])
  assert.deepEqual(
    session.line_items?.data.map((item) => [
      item.amount_subtotal,
      item.amount_discount,
      item.amount_tax,
      item.amount_total,
    ]),
    [
      [2000, 200, 360, 2160],
      [1205, 121, 181, 1084],
    ],
  )
  const [first] = session.line_items?.data ?? []
  assert.deepEqual(
    [first?.taxes?.[0]?.amount, first?.taxes?.[0]?.rate.id, first?.taxes?.[0]?.taxable_amount],
    [360, added.id, 1800],
  )
  assert.equal(first?.discounts?.[0]?.amount, 200)
  assert.equal(first?.discounts?.[0]?.discount.source.coupon, coupon.id)
  const { breakdown } = session.total_details ?? {}
  assert.deepEqual(
    breakdown?.taxes.map((each) => each.amount),
    [360, 181],
  )
  assert.deepEqual(
    breakdown?.discounts.map((each) => each.amount),
    [321],
  )
})

test('Taxes and discounts of lines are shown only when they are asked for.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id, total_details, shipping_cost } = await stripe.checkout.sessions.create(
    sessionParams({}, { shipping_options: post(500) }),
  )
  const [item] = (await stripe.checkout.sessions.listLineItems(id)).data
  assert.deepEqual([item && 'taxes' in item, item && 'discounts' in item], [false, false])
  assert.equal(total_details && 'breakdown' in total_details, false)
  assert.equal(shipping_cost && 'taxes' in shipping_cost, false)
  const asked = await stripe.checkout.sessions.listLineItems(id, { expand: ['data.taxes', 'data.discounts'] })
  assert.deepEqual([asked.data[0]?.taxes, asked.data[0]?.discounts], [[], []])
  const whole = await stripe.checkout.sessions.retrieve(id, {
    expand: ['shipping_cost.taxes', 'total_details.breakdown', 'shipping_cost.shipping_rate'],
  })
  assert.deepEqual(whole.shipping_cost?.taxes, [])
  assert.deepEqual(whole.total_details?.breakdown, { discounts: [], taxes: [] })
  const rate = whole.shipping_cost?.shipping_rate
  assert.equal(typeof rate === 'object' && rate?.display_name, 'Post')
})

test('A coupon for some products takes nothing off the others, and none at all is refused.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const cup = await stripe.products.create({
    name: 'Cup',
    default_price_data: { currency: 'usd', unit_amount: 800 },
  })
  const price = idOf(cup.default_price)
  const { id: coupon } = await stripe.coupons.create({
    amount_off: 1000,
    currency: 'usd',
    duration: 'once',
    applies_to: { products: [cup.id] },
  })
  const discounts = [{ coupon }]
  const session = await stripe.checkout.sessions.create(
    sessionParams({}, { line_items: [{ price, quantity: 1 }, mug(2000)], discounts }),
  )
  assert.deepEqual(amounts(session), [2800, 800, 0, 0, 2000])
  await assert.rejects(stripe.checkout.sessions.create(sessionParams({}, { discounts })), {
    code: 'coupon_applies_to_nothing',
    message: 'This coupon cannot be redeemed because it does not apply to anything in this order.',
  })
})

test('A whole discount leaves nothing to pay, nearly a whole one too little.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const create = async (amount_off: number) => {
    const { id } = await stripe.coupons.create({ amount_off, currency: 'usd', duration: 'once' })
    return stripe.checkout.sessions.create(sessionParams({}, { discounts: [{ coupon: id }] }))
  }
  const free = await create(5000)
  assert.deepEqual([free.amount_total, free.payment_status], [0, 'no_payment_required'])
  await assert.rejects(create(2499), { code: 'amount_too_small' })
})

test('Prices may have parts of a cent, come in packages, and in other currencies.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const inline = await stripe.checkout.sessions.create(
    sessionParams(
      {},
      {
        line_items: [
          {
            quantity: 1000,
            price_data: {
              currency: 'usd',
              unit_amount_decimal: '0.75' as never,
              product_data: { name: 'Screw' },
            },
          },
        ],
      },
    ),
  )
  assert.equal(inline.amount_total, 750)
  const product_data = { name: 'Egg' }
  const dozen = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 500,
    product_data,
    transform_quantity: { divide_by: 12, round: 'up' },
    currency_options: { eur: { unit_amount: 450 } },
  })
  const eggs = (more: Partial<Create>) =>
    stripe.checkout.sessions.create(
      sessionParams({}, { line_items: [{ price: dozen.id, quantity: 13 }], ...more }),
    )
  assert.equal((await eggs({})).amount_total, 1000)
  const inEuros = await eggs({ currency: 'eur' })
  assert.deepEqual([inEuros.currency, inEuros.amount_total], ['eur', 900])
  await assert.rejects(eggs({ currency: 'gbp' }), {
    message: "The price specified only supports `usd`. This doesn't match the expected currency: `gbp`.",
  })
})

test('The first shipping option is chosen, and its currency must be the order’s.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const data = { display_name: 'Express', type: 'fixed_amount' as const }
  const dear = await stripe.shippingRates.create({ ...data, fixed_amount: { amount: 1500, currency: 'usd' } })
  const euro = await stripe.shippingRates.create({ ...data, fixed_amount: { amount: 1500, currency: 'eur' } })
  const session = await stripe.checkout.sessions.create(
    sessionParams({}, { shipping_options: [...post(0), { shipping_rate: dear.id }] }),
  )
  assert.deepEqual(
    session.shipping_options.map((option) => option.shipping_amount),
    [0, 1500],
  )
  assert.equal(session.shipping_cost?.shipping_rate, session.shipping_options[0]?.shipping_rate)
  assert.equal(session.amount_total, 2500)
  const refused = stripe.checkout.sessions.create(
    sessionParams({}, { shipping_options: [{ shipping_rate: euro.id }] }),
  )
  await assert.rejects(refused, { statusCode: 400, param: 'shipping_options[0]' })
})
