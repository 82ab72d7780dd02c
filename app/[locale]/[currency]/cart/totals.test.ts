import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShippingRate } from '#domain/shipping/shipping-rate'
import { totalsOf } from './totals.ts'

const rate = { name: { en: '', 'zh-CN': '' }, days: { from: 1, to: 2 } }
const standard: ShippingRate = { ...rate, key: 'standard', amount: 600, freeFrom: 6000 }
const express: ShippingRate = { ...rate, key: 'express', amount: 1500, freeFrom: null }

test('A total has the delivery that costs least in it, and says when another one makes it more', () => {
  const { total, isLeast, cheapest } = totalsOf(1900, [express, standard])

  assert.deepEqual({ total, isLeast, key: cheapest?.key }, { total: 2500, isLeast: true, key: 'standard' })
})

test('From its sum on a delivery costs nothing, to the minor unit', () => {
  assert.equal(totalsOf(5999, [standard]).total, 6599)
  assert.equal(totalsOf(6000, [standard]).total, 6000)
})

test('Where there is one delivery or none, the total is the total', () => {
  assert.equal(totalsOf(1900, [standard]).isLeast, false)
  assert.deepEqual(totalsOf(1900, []), {
    subtotal: 1900,
    deliveries: [],
    cheapest: null,
    total: 1900,
    isLeast: false,
  })
})
