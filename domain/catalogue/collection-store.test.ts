import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, transaction } from '#prisma/client'
import { getCollectionOf } from './collection-store.ts'
import { named, putOnShelf } from './test-goods.ts'

after(closeDatabase)

test('A product stands in the first of its collections, of which the one of everything is none', async () => {
  const ids = await putOnShelf([{ sku: 'cup' }, { sku: 'bowl' }])
  const productId = ids.get('cup') ?? 0
  for (const [slug, position] of [
    ['later', 2],
    ['first', 1],
  ] as const) {
    const { names } = named(slug, slug)
    const products = { create: { productId, position: 0 } }
    await transaction((tx) =>
      tx.collection.create({ data: { slug, position, name: names, description: names, products } }),
    )
  }

  assert.equal((await getCollectionOf(productId))?.slug, 'first')
  assert.equal(await getCollectionOf(ids.get('bowl') ?? 0), null)
})
