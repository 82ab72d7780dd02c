import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { seed } from '#prisma/seed'
import { shopUrl } from '#stripe/test-stripe'
import { GET as health } from '../health/route.ts'
import { aRequestTo, problemOf } from '../../_lib/requests/test-requests.ts'
import { GET } from './route.ts'

after(closeDatabase)

interface Feed {
  readonly products: readonly {
    sku: string
    slug: string
    name: string
    prices: object[]
    available: boolean
  }[]
  readonly next: string | null
}

test('A shop with nothing to sell says so, and is not healthy', async () => {
  const answer = await health()

  assert.equal(answer.status, 503)
  assert.equal((await problemOf(answer))['code'], 'shop-unavailable')
  assert.deepEqual(await feed('/api/products'), { products: [], next: null })
})

test('A shop that can sell is healthy, and no cache says so for it', async () => {
  await seed()

  const answer = await health()

  assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ok' }])
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('The feed has an entry for each variant, with its full name, its prices and whether it can be bought', async () => {
  const { products } = await feed('/api/products')

  assert.equal(products.length, await reader().variant.count())
  assert.deepEqual(
    products.find(({ sku }) => sku === 'celadon-mug-ink'),
    {
      sku: 'celadon-mug-ink',
      slug: 'celadon-mug',
      name: 'Celadon mug, ink',
      prices: [
        { currency: 'cny', amount: 16800 },
        { currency: 'eur', amount: 2200 },
        { currency: 'jpy', amount: 3600 },
        { currency: 'usd', amount: 2400 },
      ],
      available: true,
    },
  )
})

test('What is sold out stays in the feed, as not available', async () => {
  await transaction((tx) => tx.stock.update({ where: { sku: 'gaiwan' }, data: { held: 30, sold: 6 } }))

  const { products } = await feed('/api/products')

  assert.equal(products.find(({ sku }) => sku === 'gaiwan')?.available, false)
})

for (const [title, path, headers] of [
  ['in the address', '/api/products?locale=zh-CN', {}],
  ['as the browser’s', '/api/products', { 'Accept-Language': 'zh-CN' }],
] as const) {
  test(`Names come in the language that is asked for ${title}`, async () => {
    const { products } = await feed(path, headers)

    assert.equal(products.find(({ sku }) => sku === 'gaiwan')?.name, '白瓷盖碗')
  })
}

test('Two hundred and more variants come in pages, each once, in one language', async () => {
  for (let number = 0; number < 190; number++) await putOnSale({ sku: `page-${1000 + number}` })

  const seen: Feed['products'][number][] = []
  const sizes: number[] = []
  for (let next: string | null = '/api/products?locale=zh-CN'; next;) {
    const page: Feed = await feed(next)
    seen.push(...page.products)
    sizes.push(page.products.length)
    next = page.next
  }

  assert.deepEqual(sizes.slice(0, -1), [100, 100])
  const skus = seen.map(({ sku }) => sku)
  assert.deepEqual(skus, [...new Set(skus)].toSorted())
  assert.equal(skus.length, await reader().variant.count())
  assert.ok(seen.every(({ name }) => /[\u4E00-\u9FFF]/.test(name)))
})

test('After the last there is nothing, and that is no mistake', async () => {
  assert.deepEqual(await feed('/api/products?after=zzzz'), { products: [], next: null })
})

for (const cursor of ['青瓷', 'A', "x' OR 1=1", 'a'.repeat(65), ' ', '-']) {
  test(`“${cursor}” is no place in the feed`, async () => {
    const answer = await GET(
      aRequestTo(`/api/products?after=${encodeURIComponent(cursor)}`, { method: 'GET' }),
    )

    assert.equal(answer.status, 400)
    assert.equal((await problemOf(answer))['code'], 'invalid-cursor')
  })
}

async function feed(path: string, headers: Record<string, string> = {}): Promise<Feed> {
  const answer = await GET(aRequestTo(new URL(path, shopUrl).href, { method: 'GET', headers }))
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('vary'), 'Accept-Language, Cookie')
  return (await answer.json()) as Feed
}
