import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseShippingOffers, offerShipping } from './shipping-offer.ts'
import { cheapestRate, type ShippingRate, shippingAmount } from './shipping-rate.ts'
import { standard } from './test-rates.ts'

const express: ShippingRate = {
  key: 'express',
  name: { en: 'Express shipping', 'zh-CN': '特快配送' },
  amount: 500,
  freeFrom: null,
  days: { from: 1, to: 2 },
}

test('A rate costs nothing from exactly its threshold on, and not a cent before', () => {
  assert.equal(shippingAmount(standard, 5999), 600)
  assert.equal(shippingAmount(standard, 6000), 0)
  assert.equal(shippingAmount(express, 99_999_999), 500)
})

test('The cheapest rate is the one that costs least for what is bought, and the first of two that cost the same', () => {
  assert.equal(cheapestRate([standard, express], 1200)?.key, 'express')
  assert.equal(cheapestRate([standard, express], 6000)?.key, 'standard')
  assert.equal(cheapestRate([standard, { ...express, amount: 600 }], 1200)?.key, 'standard')
  assert.equal(cheapestRate([], 1200), null)
})

test('An offer is in the language of the order, costs what the rate costs for it, and is the same after it was stored', () => {
  const offers = offerShipping([standard, express], { subtotal: 6000, locale: 'zh-CN' })
  assert.deepEqual(offers, [
    { key: 'standard', name: '标准配送', amount: 0, days: { from: 3, to: 6 } },
    { key: 'express', name: '特快配送', amount: 500, days: { from: 1, to: 2 } },
  ])
  assert.deepEqual(parseShippingOffers(JSON.stringify(offers)), offers)
})
