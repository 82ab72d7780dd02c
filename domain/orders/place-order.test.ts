import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale, setPrice } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { settings } from '#env'
import { closeDatabase } from '#prisma/client'
import { listSessionRequests, shopUrl, stripeUrl } from '#stripe/test-stripe'
import { statusOf } from './order.ts'
import { placeOrder } from './place-order.ts'
import { aRequest, placed, orderOf } from './test-orders.ts'

const minute = 60_000
const addressParams = Object.fromEntries(
  settings().shippingCountries.map((code, index) => [
    `shipping_address_collection[allowed_countries][${index}]`,
    code,
  ]),
)
after(closeDatabase)

test('What Stripe is asked for is what the database says: prices, names in the language of the order, the order itself', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 3 }] })

  const { sessionId, url } = placed(await placeOrder(request))

  const order = await orderOf(sessionId)
  const [asked, ...more] = await listSessionRequests([order])
  assert.equal(more.length, 0)
  assert.equal(asked?.idempotency_key, order.idempotencyKey)
  assert.deepEqual(asked?.form, {
    mode: 'payment',
    client_reference_id: order.id,
    'metadata[order_id]': order.id,
    'payment_intent_data[metadata][order_id]': order.id,
    locale: 'en',
    'line_items[0][quantity]': '3',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '1200',
    'line_items[0][price_data][product_data][name]': 'Tea cup',
    'line_items[0][price_data][product_data][images][0]': `${shopUrl}/products/cup.jpg`,
    ...addressParams,
    allow_promotion_codes: 'true',
    success_url: `${shopUrl}/en/success?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${shopUrl}/en/cancel`,
    expires_at: String(Math.floor(order.expiresAt.getTime() / 1000)),
  })
  assert.ok(url.startsWith(stripeUrl))
  assert.deepEqual(await stockOf(sku), { held: 3, sold: 0 })
  assert.equal(statusOf(order), 'open')
})

test('An order in Chinese pays in Chinese: names, the page, the way back', async () => {
  const sku = await putOnSale()

  const { sessionId } = placed(
    await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }], locale: 'zh-CN', currency: 'cny' })),
  )

  const form = await formOf(sessionId)
  assert.equal(form['locale'], 'zh')
  assert.equal(form['line_items[0][price_data][product_data][name]'], '茶杯')
  assert.equal(form['line_items[0][price_data][currency]'], 'cny')
  assert.equal(form['line_items[0][price_data][unit_amount]'], '8800')
  assert.equal(form['success_url'], `${shopUrl}/zh-CN/success?session_id={CHECKOUT_SESSION_ID}`)
})

test('A currency without minor units is sent as it is: 1800 yen are 1800', async () => {
  const sku = await putOnSale()

  const { sessionId } = placed(await placeOrder(aRequest({ cart: [{ sku, quantity: 2 }], currency: 'jpy' })))

  const order = await orderOf(sessionId)
  assert.equal((await formOf(sessionId))['line_items[0][price_data][unit_amount]'], '1800')
  assert.equal(order.total, 3600)
})

test('The session may be paid for more than the thirty minutes that Stripe wants, and not for an hour', async () => {
  const sku = await putOnSale()
  const before = Date.now()

  const { sessionId } = placed(await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] })))

  const form = await formOf(sessionId)
  const life = Number(form['expires_at']) * 1000 - before
  assert.ok(life > 30 * minute && life < 60 * minute, String(life))
})

test('The price of the moment counts, and an order keeps the price it was placed at', async () => {
  const sku = await putOnSale()
  await setPrice(sku, 'usd', 1500)
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })

  const { sessionId } = placed(await placeOrder(request))
  await setPrice(sku, 'usd', 9900)

  const order = await orderOf(sessionId)
  assert.equal(order.total, 1500)
  assert.equal(order.lines[0]?.unitAmount, 1500)
})

async function formOf(sessionId: string): Promise<Readonly<Record<string, string>>> {
  const [asked] = await listSessionRequests([await orderOf(sessionId)])
  assert.ok(asked)
  return asked.form
}
