// Addresses that are none, and lead on to what is meant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledFrom } from './test-addresses.ts'

const ledOn: [address: string, to: string | null][] = [
  ['/zh', '/zh-CN'],
  ['/zh-TW', '/zh-CN'],
  ['/zh-Hant-HK/products/tea', '/zh-CN/products/tea'],
  ['/products', '/collections/all'],
  ['/zh-CN/products', '/zh-CN/collections/all'],
  ['/collections', '/collections/all'],
  ['/en/collections', '/en/collections/all'],
  ['/help', '/help/delivery'],
  ['/en/help', '/en/help/delivery'],
  ['/zh-CN', null],
  ['/zh-CN/cart', null],
  ['/zhang', null],
  ['/products/tea', null],
  ['/en/help/returns', null],
  ['/api/products', null],
  ['/fr/products', null],
]

for (const [address, to] of ledOn) {
  test(`${address} ${to === null ? 'is led nowhere else' : `leads on to ${to}`}`, async () => {
    assert.equal(await ledFrom(address), to)
  })
}
