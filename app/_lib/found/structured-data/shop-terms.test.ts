import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShippingRate } from '#domain/shipping/shipping-rate'
import { standard } from '#domain/shipping/test-rates'
import en from '#messages/en' with { type: 'json' }
import zhCN from '#messages/zh-CN' with { type: 'json' }
import { returnDays, shopTerms } from './shop-terms.ts'

Object.assign(process.env, { SHOP_URL: 'https://shop.example', SHIPPING_COUNTRIES: 'CN DE' })

const page = { locale: 'en', currency: 'usd', href: (path: string) => `/en${path}` } as const

function termsOf(rates: readonly ShippingRate[], currency: 'usd' | 'jpy' = 'usd') {
  return Object(JSON.parse(JSON.stringify(shopTerms(rates, { ...page, currency }))))
}

test('Search engines are told each way of shipping: where to, how long, what it costs, and from what worth of goods on nothing', () => {
  const [{ name, shippingConditions }] = termsOf([standard]).hasShippingService
  const [below, above] = shippingConditions

  assert.equal(name, 'Standard shipping')
  assert.deepEqual(
    below.shippingDestination.map(({ addressCountry }: { addressCountry: string }) => addressCountry),
    ['CN', 'DE'],
  )
  assert.deepEqual([below.transitTime.duration.minValue, below.transitTime.duration.maxValue], [3, 6])
  assert.deepEqual([below.orderValue.maxValue, below.shippingRate.value], ['59.99', '6.00'])
  assert.deepEqual([above.orderValue.minValue, above.shippingRate.value], ['60.00', '0.00'])
  assert.equal(above.shippingRate.currency, 'USD')
})

test('What is never sent for nothing has one price, in yen without hundredths', () => {
  const [{ shippingConditions }] = termsOf([{ ...standard, freeFrom: null }], 'jpy').hasShippingService

  assert.equal(shippingConditions.length, 1)
  assert.equal(shippingConditions[0].shippingRate.value, '600')
  assert.equal(shippingConditions[0].orderValue, undefined)
})

test('A shop without rates says nothing of shipping, and what its help page says of returns', () => {
  const { hasShippingService, hasMerchantReturnPolicy: returns } = termsOf([])

  assert.equal(hasShippingService, undefined)
  assert.equal(returns.merchantReturnDays, returnDays)
  assert.equal(returns.merchantReturnLink, 'https://shop.example/en/help/returns')
  assert.deepEqual(returns.applicableCountry, ['CN', 'DE'])
  for (const text of [en['help.returns.what'], en['product.returns']]) assert.match(text, /\b30 days\b/)
  for (const text of [zhCN['help.returns.what'], zhCN['product.returns']]) assert.match(text, /30天/)
})
