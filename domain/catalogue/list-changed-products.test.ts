import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { raiseEdition, raiseEditionOfStock } from './edition-store.ts'
import { listChangedProducts } from './list-changed-products.ts'
import { walkCollection } from './listing-store.ts'
import { searchFor } from './search-store.ts'
import { putOnSale } from './test-catalogue.ts'
import { putOnShelf } from './test-goods.ts'
import { wantedWords } from './words.ts'

after(closeDatabase)
const ids = await putOnShelf([100, 200, 300].map((usd) => ({ sku: `cup-${usd}`, prices: { usd } })))
const idOf = (sku: string) => ids.get(sku) ?? 0
const { id: collectionId } = await reader().collection.findUniqueOrThrow({ where: { slug: 'all' } })

async function byPrice(): Promise<number[]> {
  const walk = { collectionId, sort: 'price-up', currency: 'usd', after: null, limit: 100 } as const
  return (await walkCollection(walk)).map(({ productId }) => productId)
}

test('A product that has changed is found by what it is now, and stands where its price now belongs.', async () => {
  const id = idOf('cup-100')
  await transaction(async (tx) => {
    await raiseEdition(tx, [id])
    await tx.price.updateMany({ where: { sku: 'cup-100' }, data: { amount: 250 } })
    await tx.product.update({ where: { id }, data: { name: { en: 'Beaker', 'zh-CN': '烧杯' } } })
  })
  assert.equal(await listChangedProducts(), 1)
  assert.deepEqual(await byPrice(), [idOf('cup-200'), id, idOf('cup-300')])
  assert.deepEqual((await searchFor(wantedWords('烧杯'), 24)).productIds, [id])
  assert.ok(!(await searchFor(wantedWords('tea'), 24)).productIds.includes(id))
})

test('Where nothing but the stock has changed, there is nothing to list.', async () => {
  await transaction((tx) => raiseEditionOfStock(tx, [...ids.values()]))
  assert.equal(await listChangedProducts(), 0)
})

test('However many products are new, each is listed once, also by two processes at a time.', async () => {
  for (let n = 0; n < 25; n++) await putOnSale({ sku: `new-${n}`, prices: { usd: 1000 + n } })
  await Promise.all([listChangedProducts(), listChangedProducts()])
  assert.equal((await byPrice()).length, 28)
  assert.equal(await listChangedProducts(), 0)
})
