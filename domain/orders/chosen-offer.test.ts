import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Breakdown } from './breakdown.ts'
import { chosenOffer } from './chosen-offer.ts'

const slow = { key: 'slow', name: 'By post', amount: 600, days: { from: 5, to: 9 } }
const fast = { key: 'fast', name: 'By post', amount: 1_500, days: { from: 1, to: 2 } }
const sum: Breakdown = {
  subtotal: 5_000,
  discount: 0,
  shipping: 1_500,
  tax: 0,
  total: 6_500,
  shippingName: 'By post',
}

test('An order is sent by the way that was charged, also where two are called the same', () => {
  assert.equal(chosenOffer({ shippingOffers: [slow, fast], breakdown: sum }), fast)
  assert.equal(chosenOffer({ shippingOffers: [fast, slow], breakdown: { ...sum, shipping: 600 } }), slow)
})

test('A code may have made it cheaper: then the name alone tells', () => {
  assert.equal(chosenOffer({ shippingOffers: [slow], breakdown: { ...sum, shipping: 0 } }), slow)
})

test('As long as Stripe has not told, or tells of another way, there is none', () => {
  assert.equal(chosenOffer({ shippingOffers: [slow], breakdown: null }), undefined)
  assert.equal(
    chosenOffer({ shippingOffers: [slow], breakdown: { ...sum, shippingName: 'By air' } }),
    undefined,
  )
})
