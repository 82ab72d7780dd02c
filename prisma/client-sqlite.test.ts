// What holds on SQLite alone of the two doors to the database.

import '#prisma/test-sqlite'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from './client.ts'
import { addProduct, hasProduct } from './test-products.ts'

after(closeDatabase)

test('A second transaction begins when the first has ended, and does not see it half done', async () => {
  const steps: string[] = []
  const first = transaction(async (tx) => {
    steps.push('first begins')
    await addProduct(tx, 'turn')
    await new Promise(setImmediate)
    await tx.product.delete({ where: { slug: 'turn' } })
    steps.push('first ends')
  })
  const second = transaction(async (tx) => {
    steps.push(`second begins, turn: ${await hasProduct(tx, 'turn')}`)
  })
  await Promise.all([first, second])
  assert.deepEqual(steps, ['first begins', 'first ends', 'second begins, turn: false'])
})

test('A statement that is refused and caught leaves the rest of its transaction standing', async () => {
  await transaction(async (tx) => {
    await addProduct(tx, 'twice')
    await assert.rejects(addProduct(tx, 'twice'), { code: 'P2002' })
    await addProduct(tx, 'once')
  })
  assert.equal(await hasProduct(reader(), 'twice'), true)
  assert.equal(await hasProduct(reader(), 'once'), true)
})

test('Two hundred transactions asked for at once all succeed, in the order they were asked for', async () => {
  const order: number[] = []
  const before = await reader().product.count()
  const burst = Array.from({ length: 200 }, (_, number) =>
    transaction(async (tx) => {
      await addProduct(tx, `burst-${number}`)
      order.push(number)
    }),
  )
  await Promise.all(burst)
  assert.equal(await reader().product.count(), before + 200)
  assert.deepEqual(
    order,
    Array.from({ length: 200 }, (_, number) => number),
  )
})

test('A commit that fails undoes its transaction, and the ones after it work', async () => {
  const failing = transaction(async (tx) => {
    await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`
    await tx.price.create({ data: { sku: 'no-such-variant', currency: 'usd', amount: 1 } })
  })
  await assert.rejects(failing, /ForeignKey/)
  await transaction((tx) => addProduct(tx, 'after-failed-commit'))
  assert.equal(await reader().price.count(), 0)
  assert.equal(await hasProduct(reader(), 'after-failed-commit'), true)
})

test('No pragma opens the reader’s connection for writing, and the writer’s syncs every commit', async () => {
  await assert.rejects(reader().$queryRaw`PRAGMA journal_mode = DELETE`)
  for (const use of ['first', 'after closing']) {
    const [mode] = await transaction((tx) => tx.$queryRaw<{ synchronous: bigint }[]>`PRAGMA synchronous`)
    assert.equal(Number(mode?.synchronous), 2, use)
    await closeDatabase()
  }
})

test('Others are served between two answers, and nobody in a transaction', async () => {
  const served: string[] = []
  const serveOther = (during: string) => void setImmediate(() => served.push(during))
  serveOther('reading')
  await reader().product.count()
  assert.deepEqual(served, ['reading'])

  await transaction(async (tx) => {
    serveOther('a transaction')
    await tx.product.count()
    assert.deepEqual(served, ['reading'])
  })
})

test('Closing waits for what is being read, to its last statement', async () => {
  await transaction((tx) => addProduct(tx, 'read-while-closing'))
  const reading = reader().product.findMany({ include: { variants: { include: { prices: true } } } })
  const closing = Promise.resolve(reading.then((rows) => rows.length))
  await new Promise(setImmediate)
  await closeDatabase()
  assert.ok((await closing) > 0)
})
