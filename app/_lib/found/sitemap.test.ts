import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, transaction } from '#prisma/client'
import { textOf } from './test-xml.ts'
import { pagesSitemap, productsSitemap, sitemapIndex } from './sitemap.ts'

Object.assign(process.env, { SHOP_URL: 'https://shop.example' })
after(closeDatabase)

// Two parts' worth of products in the first shard, none in the next two, one at the very end of the fourth.
const ids = [...Array.from({ length: 1_001 }, (_, n) => n + 1), 20_000]
const none = { en: '', 'zh-CN': '' }
await transaction((tx) =>
  tx.product.createMany({
    data: ids.map((id) => ({ id, slug: `thing-${id}`, position: 0, name: none, description: none })),
  }),
)

function addressesIn(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>https:\/\/shop\.example(.*?)<\/loc>/g)].map(([, path = '']) => path)
}

test('The index has the pages and every shard in which there is a product, and no other', async () => {
  assert.deepEqual(addressesIn(await textOf(sitemapIndex())), [
    '/sitemaps/pages.xml',
    '/sitemaps/products-1.xml',
    '/sitemaps/products-4.xml',
  ])
})

test('Every product is in one shard, once in each language', async () => {
  const shards = await Promise.all([1, 4].map((shard) => textOf(productsSitemap(shard))))

  assert.deepEqual(
    shards.flatMap(addressesIn),
    ids.flatMap((id) => [`/en/products/thing-${id}`, `/zh-CN/products/thing-${id}`]),
  )
})

test('A shard without a product is not there', async () => {
  assert.equal(await textOf(productsSitemap(2)), '')
})

test('Each address comes with that of every language and of none', async () => {
  const [line = ''] = /<url>.*<\/url>/.exec(await textOf(productsSitemap(4))) ?? []

  assert.deepEqual(
    [...line.matchAll(/hreflang="(.*?)" href="https:\/\/shop\.example(.*?)"/g)].map(([, ...pair]) => pair),
    [
      ['en', '/en/products/thing-20000'],
      ['zh-CN', '/zh-CN/products/thing-20000'],
      ['x-default', '/products/thing-20000'],
    ],
  )
})

test('The pages are those that anybody may find', async () => {
  const paths = addressesIn(await textOf(pagesSitemap()))

  for (const path of ['/en', '/zh-CN', '/en/collections/all', '/zh-CN/help/returns'])
    assert.ok(paths.includes(path), path)
})
