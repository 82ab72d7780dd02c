// Links to orders are long, and are cut off where they are copied.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routeOf } from './test-addresses.ts'

const visitors = [{}, { reads: 'zh-CN' }, { cookies: { locale: 'zh-CN', currency: 'jpy' } }]

for (const path of [
  'x',
  '%E0%A4%A',
  'a-token-of-22-letters_/more',
  'x.avif',
  'a-token-of-22-letters_%E3%80%82',
]) {
  test(`/orders/${path} is a link to no order, and the shop says so in the address’s language or the visitor’s`, async () => {
    for (const visitor of visitors)
      assert.match(
        (await routeOf(`/orders/${path}`, visitor)) ?? '',
        /^\/(en\/usd|zh-CN\/cny)\/orders\/incomplete$/,
      )
    for (const [locale, page] of [
      ['en', '/en/usd/orders/incomplete'],
      ['zh-CN', '/zh-CN/cny/orders/incomplete'],
    ])
      assert.equal(await routeOf(`/${locale}/orders/${path}`, {}), page)
  })
}
