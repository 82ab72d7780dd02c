import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptOf, newOrder, type OrderRequest } from './new-order.ts'
import type { Quote } from './quote.ts'

const request: OrderRequest = {
  shopper: 'shopper',
  currency: 'usd',
  locale: 'en',
  cart: [{ sku: 'cup', quantity: 2 }],
}
const priced: Quote['priced'] = {
  currency: 'usd',
  total: 2400,
  problem: null,
  lines: [
    {
      sku: 'cup',
      slug: 'cup',
      name: { en: 'Cup', 'zh-CN': '杯' },
      productName: { en: 'Cup', 'zh-CN': '杯' },
      variantName: null,
      picture: 'cup',
      quantity: 2,
      unitAmount: 1200,
      amount: 2400,
      was: null,
      available: 5,
      problem: null,
    },
  ],
}
const days = { from: 3, to: 6 }
const quoted: Quote = { priced, shippingOffers: [{ key: 'standard', name: '标准配送', amount: 600, days }] }
const now = new Date('2026-11-20T10:00:00Z')

test('The same shopper with the same cart, language and currency makes the same attempt', () => {
  assert.equal(attemptOf(request), attemptOf(structuredClone(request)))
})

test('Whatever differs makes another attempt', () => {
  const others: OrderRequest[] = [
    { ...request, shopper: 'somebody else' },
    { ...request, currency: 'eur' },
    { ...request, locale: 'zh-CN' },
    { ...request, cart: [{ sku: 'cup', quantity: 1 }] },
    { ...request, cart: [{ sku: 'cup-2', quantity: 2 }] },
    { ...request, cart: [...request.cart, { sku: 'pot', quantity: 1 }] },
  ]

  assert.equal(new Set([request, ...others].map(attemptOf)).size, others.length + 1)
})

test('An order is named and dated, keeps the amounts of the cart and the shipping that was offered, and calls things as its shopper does', () => {
  const order = newOrder({ request: { ...request, locale: 'zh-CN' }, quoted, now })

  assert.equal(order.total, 2400)
  assert.equal(order.shippingOffers, quoted.shippingOffers)
  assert.equal(order.createdAt, now)
  assert.equal(order.expiresAt.toISOString(), '2026-11-20T10:31:00.000Z')
  assert.deepEqual(order.lines, [{ sku: 'cup', picture: 'cup', unitAmount: 1200, quantity: 2, name: '杯' }])
})

test('Every order has an id, a token and a key of its own, and none of them tells the others', () => {
  const orders = Array.from({ length: 100 }, () => newOrder({ request, quoted, now }))

  for (const name of ['id', 'token', 'idempotencyKey'] as const)
    assert.equal(new Set(orders.map((order) => order[name])).size, 100)
  for (const { id, token, idempotencyKey } of orders) {
    assert.match(id, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    assert.match(token, /^[\w-]{22}$/)
    assert.match(idempotencyKey, /^kiosk_[\w-]{22}$/)
    assert.ok(!idempotencyKey.includes(token))
  }
})
