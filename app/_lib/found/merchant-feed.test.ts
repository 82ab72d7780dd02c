import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { closeDatabase, transaction } from '#prisma/client'
import type { Market } from '../market.ts'
import { merchantFeed } from './merchant-feed.ts'
import { textOf } from './test-xml.ts'

Object.assign(process.env, { SHOP_URL: 'https://shop.example' })
after(closeDatabase)

await putOnSale({
  sku: 'cup',
  prices: { usd: 1200, jpy: 1800 },
  names: { en: 'Cup & <saucer>', 'zh-CN': '盖碗' },
})
await transaction((tx) => tx.price.updateMany({ where: { currency: 'usd' }, data: { was: 1500 } }))
for (let n = 0; n < 120; n += 1) await putOnSale({ sku: `spoon-${n}`, quantity: 0, prices: { usd: 100 } })

async function itemsIn(market: Market): Promise<string[]> {
  const feed = await textOf(merchantFeed(market))
  return feed.match(/<item>.*<\/item>/g) ?? []
}

test('Everything that is sold in the currency is in the feed, once, with its price then and now', async () => {
  const items = await itemsIn({ locale: 'en', currency: 'usd' })

  assert.equal(new Set(items).size, 121)
  for (const fact of [
    '<g:title>Cup &#38; &#60;saucer&#62;</g:title>',
    '<g:link>https://shop.example/en/products/cup</g:link>',
    '<g:price>15.00 USD</g:price><g:sale_price>12.00 USD</g:sale_price>',
    '<g:availability>in_stock</g:availability>',
  ])
    assert.ok(items[0]?.includes(fact), `${fact} in ${items[0]}`)
  assert.match(items[120] ?? '', /out_of_stock.*<g:price>1\.00 USD<\/g:price><g:condition>/)
})

test('The feed of another market has its language, its prices, and what is sold there alone', async () => {
  const items = await itemsIn({ locale: 'zh-CN', currency: 'jpy' })

  assert.equal(items.length, 1)
  assert.match(items[0] ?? '', /盖碗.*\/zh-CN\/products\/cup<.*<g:price>1800 JPY<\/g:price>/)
})
