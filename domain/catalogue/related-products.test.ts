import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, transaction } from '#prisma/client'
import { getProduct } from './product-store.ts'
import { relatedProducts } from './related-products.ts'
import { putOnShelf } from './test-goods.ts'

after(closeDatabase)
// Twelve products, of which 0 to 5 are cups; the third and the tenth are sold out.
const ids = await putOnShelf(
  Array.from({ length: 12 }, (_, n) => ({ sku: `thing-${n}`, quantity: n === 3 || n === 10 ? 0 : 5 })),
)
const cups = Array.from({ length: 6 }, (_, n) => ids.get(`thing-${n}`) ?? 0)
await transaction((tx) =>
  tx.collection.create({
    data: {
      slug: 'cups',
      position: 1,
      name: {},
      description: {},
      products: { create: cups.map((productId, position) => ({ productId, position })) },
    },
  }),
)

async function relatedTo(n: number, limit: number): Promise<number[]> {
  const product = await getProduct(`thing-${n}`)
  assert.ok(product)
  const related = await relatedProducts(product, limit)
  return related.map(({ slug }) => Number(slug.replace('thing-', '')))
}

test('Related are the products of the same collection, from the next one on and around to the one before.', async () => {
  assert.deepEqual(await relatedTo(4, 2), [5, 0])
  assert.deepEqual(await relatedTo(5, 4), [0, 1, 2, 4])
})

test('What is sold out stands back behind what can be bought.', async () => {
  assert.deepEqual(await relatedTo(2, 3), [4, 5, 0])
  assert.deepEqual(await relatedTo(1, 11), [2, 4, 5, 0, 6, 7, 8, 9, 11, 3, 10])
})

test('A product of no collection but the one of everything is related to its neighbours there.', async () => {
  assert.deepEqual(await relatedTo(8, 3), [9, 11, 0])
})
