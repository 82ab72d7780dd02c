import '../../prisma/test-sqlite.ts'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browse, noFilters } from '../../domain/catalogue/browse.ts'
import { getCollection } from '../../domain/catalogue/collection-store.ts'
import { listChangedProducts } from '../../domain/catalogue/list-changed-products.ts'
import { getProduct } from '../../domain/catalogue/product-store.ts'
import { searchFor } from '../../domain/catalogue/search-store.ts'
import { wantedWords } from '../../domain/catalogue/words.ts'
import { findLastOrder } from '../../domain/orders/order-store.ts'
import { databaseFile } from '../../prisma/database-file.ts'
import { closeDatabase, reader, transaction } from '../../prisma/client.ts'
import { fillDatabase } from './fill-database.ts'

before(() => fillDatabase(databaseFile(process.env.DATABASE_URL ?? ''), { products: 120, orders: 60 }))
after(closeDatabase)

test('The entries made for measuring are those that the shop makes itself.', async () => {
  const filled = await entries()

  await transaction((tx) => tx.product.updateMany({ data: { listedEdition: null } }))
  assert.equal(await listChangedProducts(), 120)

  assert.deepEqual(await entries(), filled)
})

test('What is made for measuring breaks no reference, and every index is back.', async () => {
  const broken = await reader().$queryRaw`PRAGMA foreign_key_check`
  const indexes = await reader().$queryRaw`
    SELECT "name" FROM sqlite_master WHERE "type" = 'index' AND "sql" IS NOT NULL`

  assert.deepEqual(broken, [])
  assert.ok(Array.isArray(indexes) && indexes.length > 15)
})

test('The shop shows, finds and lists what was made for measuring.', async () => {
  const mug = await getProduct('thing-100')
  const { productIds } = await searchFor(wantedWords('白瓷马克杯'), 24)
  const shelf = await getCollection('shelf-1')
  const walk = { collectionId: shelf?.id ?? 0, sort: 'price-up', currency: 'jpy', after: null } as const
  const { products } = await browse({ ...walk, filters: { ...noFilters, onSale: true }, limit: 24 })
  const order = await findLastOrder('shopper-10')

  assert.equal(mug?.name['zh-CN'], '白瓷马克杯 100')
  assert.equal(mug?.variants.length, 2)
  assert.deepEqual(productIds, [100])
  assert.deepEqual(
    products.map(({ slug }) => slug),
    ['thing-20', 'thing-40', 'thing-60', 'thing-80', 'thing-100', 'thing-120'],
  )
  assert.deepEqual([order?.payment, order?.lines.length], ['paid', 2])
  assert.ok(order?.createdAt instanceof Date)
})

async function entries() {
  return {
    prices: inOrder(await reader().listedPrice.findMany()),
    words: inOrder(await reader().searchWord.findMany()),
    places: await reader().collectionProduct.count(),
  }
}

function inOrder(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted()
}
