import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { catalogue } from '#prisma/catalogue/catalogue'
import { seed } from '#prisma/seed'
import { fullName } from './product.ts'
import { findVariants, getProduct, listVariants } from './product-store.ts'
import { listProducts, putOnSale, setPrice } from './test-catalogue.ts'

after(closeDatabase)
await seed()

test('The shop opens with its whole catalogue, in its order', async () => {
  const products = await listProducts()

  assert.deepEqual(
    products.map(({ slug }) => slug),
    catalogue.map(({ slug }) => slug),
  )
  for (const { name, description, variants } of products) {
    assert.ok(name.en && name['zh-CN'] && description.en && description['zh-CN'])
    assert.ok(variants.length > 0)
    for (const { prices, available } of variants) {
      assert.deepEqual(Object.keys(prices).toSorted(), ['cny', 'eur', 'jpy', 'usd'])
      assert.ok(available > 0)
    }
  }
})

test('Seeding again puts nothing in, and sets back no price, no name and no stock', async () => {
  await setPrice('gaiwan', 'usd', 4242)
  await transaction((tx) => tx.stock.update({ where: { sku: 'gaiwan' }, data: { quantity: 50, sold: 7 } }))

  assert.equal(await seed(), 0)

  const [gaiwan] = await findVariants(['gaiwan'])
  assert.equal(gaiwan?.prices.usd, 4242)
  assert.equal(gaiwan?.available, 43)
  assert.equal(await reader().product.count(), catalogue.length)
})

test('A product that was taken out altogether does not come back by seeding', async () => {
  await transaction(async (tx) => {
    await tx.picture.deleteMany({ where: { product: { slug: 'chopsticks' } } })
    await tx.collectionProduct.deleteMany({ where: { product: { slug: 'chopsticks' } } })
    await tx.price.deleteMany({ where: { sku: 'chopsticks' } })
    await tx.stock.deleteMany({ where: { sku: 'chopsticks' } })
    await tx.variant.deleteMany({ where: { sku: 'chopsticks' } })
    await tx.product.deleteMany({ where: { slug: 'chopsticks' } })
  })

  assert.equal(await seed(), 0)

  assert.equal(await getProduct('chopsticks'), null)
})

test('A product is found by its slug, with its variants in their order', async () => {
  const mug = await getProduct('celadon-mug')

  assert.equal(mug?.name['zh-CN'], '青瓷马克杯')
  assert.deepEqual(
    mug?.variants.map(({ sku }) => sku),
    ['celadon-mug-celadon', 'celadon-mug-white', 'celadon-mug-ink'],
  )
})

for (const slug of ['', 'no-such-product', 'CELADON-MUG', "x' OR '1'='1", '青瓷', '../celadon-mug']) {
  test(`There is no product at “${slug}”`, async () => {
    assert.equal(await getProduct(slug), null)
  })
}

test('Those variants are found that exist, each once', async () => {
  const found = await findVariants(['gaiwan', 'no-such-sku', 'gaiwan', 'rice-bowl', '__proto__'])

  assert.deepEqual(found.map(({ sku }) => sku).toSorted(), ['gaiwan', 'rice-bowl'])
  assert.deepEqual(await findVariants([]), [])
})

test('Pages of variants, put together, are all variants, in the order of their skus and each once', async () => {
  const skus: string[] = []
  for (;;) {
    const page = await listVariants({ after: skus.at(-1) ?? '', limit: 5 })
    skus.push(...page.map(({ sku }) => sku))
    if (page.length < 5) break
  }

  assert.deepEqual(skus, skus.toSorted())
  assert.equal(new Set(skus).size, skus.length)
  assert.equal(skus.length, await reader().variant.count())
})

test('A variant is called by its product and its kind, in both languages', async () => {
  const [ink, plain] = [...(await findVariants(['celadon-mug-ink'])), ...(await findVariants(['gaiwan']))]
  assert.ok(ink && plain)

  assert.deepEqual(fullName(ink), { en: 'Celadon mug, ink', 'zh-CN': '青瓷马克杯（墨蓝）' })
  assert.deepEqual(fullName(plain), { en: 'Porcelain gaiwan', 'zh-CN': '白瓷盖碗' })
})

test('A price in a currency that the shop does not know is not shown', async () => {
  const sku = await putOnSale({ prices: { usd: 1200, gbp: 900 } })

  const [variant] = await findVariants([sku])

  assert.deepEqual(variant?.prices, { usd: 1200 })
})

test('A variant without a stock has nothing left', async () => {
  const sku = await putOnSale()
  await transaction((tx) => tx.stock.delete({ where: { sku } }))

  assert.equal((await findVariants([sku]))[0]?.available, 0)
})

test('Whoever changes a name and its price together is never read half', async () => {
  await offerSetOf(1)
  const changes = (async () => {
    for (let pieces = 2; pieces <= 100; pieces += 1) await offerSetOf(pieces)
  })()
  for (let read = 0; read < 200; read += 1) {
    const [gaiwan] = await findVariants(['gaiwan'])
    assert.equal(gaiwan?.productName.en, `Set of ${(gaiwan?.prices.usd ?? 0) / 1000}`)
  }
  await changes
})

function offerSetOf(pieces: number): Promise<void> {
  return transaction(async (tx) => {
    const name = { en: `Set of ${pieces}`, 'zh-CN': `${pieces}件套` }
    await tx.product.update({ where: { slug: 'gaiwan' }, data: { name } })
    const price = { sku_currency: { sku: 'gaiwan', currency: 'usd' } }
    await tx.price.update({ where: price, data: { amount: pieces * 1000 } })
  })
}
