import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { closeDatabase, transaction } from '#prisma/client'
import { holdStock, releaseStock, sellHeldStock, type StockLine } from './stock-store.ts'
import { stockOf } from './test-stock.ts'

after(closeDatabase)

test('Held units are promised, sold units are gone, released units may be held again', async () => {
  const sku = await putOnSale({ quantity: 3 })

  assert.equal(await hold({ sku, quantity: 3 }), null)
  assert.deepEqual(await stockOf(sku), { held: 3, sold: 0 })

  await transaction((tx) => sellHeldStock(tx, [{ sku, quantity: 1 }]))
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 1 })

  await transaction((tx) => releaseStock(tx, [{ sku, quantity: 2 }]))
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
  assert.equal(await hold({ sku, quantity: 2 }), null)
})

test('The last unit can be held, and one more than there is cannot', async () => {
  const sku = await putOnSale({ quantity: 2 })

  assert.deepEqual(await hold({ sku, quantity: 3 }), { sku, quantity: 3 })
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  assert.equal(await hold({ sku, quantity: 2 }), null)
  assert.deepEqual(await hold({ sku, quantity: 1 }), { sku, quantity: 1 })
})

test('What is sold or held counts against what is left', async () => {
  const sku = await putOnSale({ quantity: 4 })
  await hold({ sku, quantity: 2 })
  await transaction((tx) => sellHeldStock(tx, [{ sku, quantity: 1 }]))

  assert.deepEqual(await hold({ sku, quantity: 3 }), { sku, quantity: 3 })
  assert.equal(await hold({ sku, quantity: 2 }), null)
})

for (const short of ['few-a', 'few-b', 'few-c']) {
  test(`When there is not enough of ${short}, nothing of the cart is held, and the line is named`, async () => {
    const prefix = `for-${short}`
    const names = ['few-a', 'few-b', 'few-c'].map((name) => `${prefix}-${name}`)
    for (const sku of names) await putOnSale({ sku, quantity: sku === `${prefix}-${short}` ? 1 : 5 })

    const lines = names.map((sku) => ({ sku, quantity: 2 })).toReversed()
    const refused = await hold(...lines)

    assert.deepEqual(refused, { sku: `${prefix}-${short}`, quantity: 2 })
    for (const sku of names) assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  })
}

test('Of a variant without a stock nothing can be held', async () => {
  assert.deepEqual(await hold({ sku: 'no-such-thing', quantity: 1 }), { sku: 'no-such-thing', quantity: 1 })
})

test('More than is held can neither be released nor sold, and the line is named', async () => {
  const [sku, other] = [await putOnSale({ quantity: 5 }), await putOnSale({ quantity: 5 })]
  await hold({ sku, quantity: 1 })
  await hold({ sku: other, quantity: 1 })
  const [tooMany, enough] = [
    { sku, quantity: 2 },
    { sku: other, quantity: 1 },
  ]

  assert.deepEqual(await transaction((tx) => releaseStock(tx, [tooMany])), [tooMany])
  assert.deepEqual(await transaction((tx) => sellHeldStock(tx, [tooMany, enough])), [tooMany])

  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
  assert.deepEqual(await stockOf(other), { held: 0, sold: 1 })
})

test('Two hundred at once for the last forty units: exactly forty get one', async () => {
  const sku = await putOnSale({ quantity: 40 })

  const answers = await Promise.all(Array.from({ length: 200 }, () => hold({ sku, quantity: 1 })))

  assert.equal(answers.filter((short) => short === null).length, 40)
  assert.deepEqual(await stockOf(sku), { held: 40, sold: 0 })
})

test('Carts that want the same things in opposite order neither wait for each other nor sell too much', async () => {
  const [first, second] = [await putOnSale({ quantity: 10 }), await putOnSale({ quantity: 10 })]
  const cart = [first, second].map((sku) => ({ sku, quantity: 1 }))

  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, number) => hold(...(number % 2 === 0 ? cart : cart.toReversed()))),
  )

  assert.equal(answers.filter((short) => short === null).length, 10)
  assert.deepEqual(await stockOf(first), { held: 10, sold: 0 })
  assert.deepEqual(await stockOf(second), { held: 10, sold: 0 })
})

test('A hold whose transaction fails was never made', async () => {
  const sku = await putOnSale()
  const failing = transaction(async (tx) => {
    await holdStock(tx, [{ sku, quantity: 1 }])
    throw new Error('no order after all')
  })

  await assert.rejects(failing, /no order after all/)

  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('The database itself refuses to promise more than there is', async () => {
  const sku = await putOnSale({ quantity: 2 })
  const wrongs = [{ held: 3 }, { sold: 3 }, { held: 2, sold: 1 }, { held: -1 }, { sold: -1 }]

  for (const data of wrongs) {
    await assert.rejects(
      transaction((tx) => tx.stock.update({ where: { sku }, data })),
      /CHECK/i,
    )
  }

  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

async function hold(...lines: StockLine[]): Promise<StockLine | null> {
  return transaction((tx) => holdStock(tx, lines))
}
