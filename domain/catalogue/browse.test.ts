import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { browse, countWanted, noFilters, type Filters } from './browse.ts'
import type { Sort } from './listing-store.ts'
import { putOnShelf } from './test-goods.ts'

after(closeDatabase)
// 130 products: every tenth is in stock, every thirteenth costs less than before, the price in dollars is the number.
await putOnShelf(
  Array.from({ length: 130 }, (_, n) => ({
    sku: `thing-${n}`,
    quantity: n % 10 === 0 ? 5 : 0,
    prices: { usd: n + 100 },
  })),
)
await transaction(
  (tx) => tx.$executeRaw`UPDATE "Price" SET "was" = "amount" + 50 WHERE ("amount" - 100) % 13 = 0`,
)
const { id: collectionId } = await reader().collection.findUniqueOrThrow({ where: { slug: 'all' } })

/** The numbers of the products on each page. */
async function pages(
  filters: Partial<Filters>,
  { sort = 'featured', limit = 24 }: { sort?: Sort; limit?: number } = {},
) {
  const numbers: number[][] = []
  let place: Awaited<ReturnType<typeof browse>>['next'] = null
  do {
    const wanted = { ...noFilters, ...filters }
    const shelf = await browse({ collectionId, sort, currency: 'usd', after: place, limit, filters: wanted })
    numbers.push(shelf.products.map(({ slug }) => Number(slug.replace('thing-', ''))))
    place = shelf.next
  } while (place)
  return numbers
}

test('Every product is on one page, in order, and no page has more than was asked for.', async () => {
  const found = await pages({})
  assert.deepEqual(
    found.map((page) => page.length),
    [24, 24, 24, 24, 24, 10],
  )
  assert.deepEqual(
    found.flat(),
    Array.from({ length: 130 }, (_, n) => n),
  )
})

test('What is sold out is left out on request; what is on sale, what costs as much as wanted.', async () => {
  const tens = Array.from({ length: 13 }, (_, n) => n * 10)
  assert.deepEqual((await pages({ inStock: true })).flat(), tens)
  const thirteens = Array.from({ length: 10 }, (_, n) => n * 13)
  assert.deepEqual((await pages({ onSale: true })).flat(), thirteens)
  assert.deepEqual((await pages({ from: 105, to: 107 })).flat(), [5, 6, 7])
  assert.deepEqual((await pages({ inStock: true, onSale: true })).flat(), [0])
  assert.deepEqual((await pages({ from: 9_999 })).flat(), [])
})

test('Filters hold in every order.', async () => {
  assert.deepEqual(
    (await pages({ inStock: true, to: 130 }, { sort: 'price-down', limit: 2 })).flat(),
    [30, 20, 10, 0],
  )
})

test('A page that is full and followed by nothing wanted is the last.', async () => {
  assert.deepEqual(
    (await pages({ inStock: true, to: 105 }, { limit: 1 })).map((page) => page.length),
    [1],
  )
})

test('What is wanted is counted, also in a currency that nothing is sold in.', async () => {
  const counting = { collectionId, sort: 'featured', currency: 'usd' } as const
  const count = (filters: Partial<Filters>) =>
    countWanted({ ...counting, filters: { ...noFilters, ...filters } })
  assert.deepEqual(await count({}), { count: 130, isCut: false })
  assert.deepEqual(await count({ inStock: true }), { count: 13, isCut: false })
  assert.deepEqual(
    await countWanted({ ...counting, currency: 'jpy', filters: { ...noFilters, inStock: true } }),
    { count: 0, isCut: false },
  )
})

test('Where what is wanted is rare, a page looks at 500 products, and the next one goes on from there.', async () => {
  await putOnShelf(
    Array.from({ length: 900 }, (_, n) => ({
      sku: `thing-${n + 130}`,
      quantity: 0,
      prices: { usd: n === 899 ? 7 : 50_000 },
    })),
  )
  const walk = { collectionId, sort: 'featured', currency: 'usd', limit: 24 } as const
  const filters = { ...noFilters, to: 99 }
  const first = await browse({ ...walk, after: null, filters })
  assert.deepEqual([first.products.length, first.next !== null], [0, true])
  assert.deepEqual(await countWanted({ ...walk, filters }), { count: 0, isCut: true })
  assert.deepEqual((await pages({ to: 99 })).flat(), [1029])
  assert.deepEqual(await countWanted({ ...walk, filters: noFilters }), { count: 500, isCut: true })
})
