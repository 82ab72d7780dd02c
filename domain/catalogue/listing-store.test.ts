import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader } from '#prisma/client'
import { countCollection, sorts, walkCollection, type Place, type Sort } from './listing-store.ts'
import { putOnShelf } from './test-goods.ts'

after(closeDatabase)
const prices = [1200, 900, 1200, 3000, 50, 900, 700]
const ids = await putOnShelf(prices.map((usd, n) => ({ sku: `thing-${n}`, prices: { usd } })))
const skuOf = new Map([...ids].map(([sku, id]) => [id, sku]))
const { id: collectionId } = await reader().collection.findUniqueOrThrow({ where: { slug: 'all' } })

async function walkAll(sort: Sort, limit: number): Promise<(string | undefined)[]> {
  const walked: Place[] = []
  for (let page: Place[] = [], first = true; first || page.length === limit; first = false) {
    page = await walkCollection({ collectionId, sort, currency: 'usd', after: walked.at(-1) ?? null, limit })
    walked.push(...page)
  }
  return walked.map(({ productId }) => skuOf.get(productId)?.replace('thing-', ''))
}

const orders: Record<Sort, string> = {
  featured: '0123456',
  newest: '6543210',
  'price-up': '4615023',
  'price-down': '3205164',
}
for (const sort of sorts) {
  test(`By ${sort}, pages of any size give every product once, in one order.`, async () => {
    for (const limit of [1, 2, 3, 24]) assert.equal((await walkAll(sort, limit)).join(''), orders[sort])
  })
}

test('By price, what has no price in the currency is left out.', async () => {
  const walk = { collectionId, after: null, limit: 24 } as const
  assert.deepEqual(await walkCollection({ ...walk, sort: 'price-up', currency: 'jpy' }), [])
  assert.equal((await walkCollection({ ...walk, sort: 'featured', currency: 'jpy' })).length, 7)
})

test('A collection is counted up to what is asked for.', async () => {
  assert.equal(await countCollection(collectionId, 5), 5)
  assert.equal(await countCollection(collectionId, 100), 7)
  assert.equal(await countCollection(-1, 100), 0)
})
