import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction } from './client.ts'
import { addProduct, hasProduct } from './test-products.ts'

after(closeDatabase)

test('A query beside an open transaction sees nothing of it, and after its rollback neither', async () => {
  const seen = await transaction(async (tx) => {
    await addProduct(tx, 'half-done')
    const beside = await hasProduct(reader(), 'half-done')
    const within = await hasProduct(tx, 'half-done')
    throw new Found({ beside, within })
  }).catch(found)
  assert.deepEqual(seen, { beside: false, within: true })
  assert.equal(await hasProduct(reader(), 'half-done'), false)
})

test('The reader sees what a transaction wrote as soon as the transaction has been awaited', async () => {
  for (const slug of ['read-1', 'read-2', 'read-3']) {
    await transaction((tx) => addProduct(tx, slug))
    assert.equal(await hasProduct(reader(), slug), true)
  }
})

test('A rollback loses the writes of its own transaction and no others', async () => {
  const kept = transaction((tx) => addProduct(tx, 'kept-before'))
  const lost = transaction(async (tx) => {
    await addProduct(tx, 'lost')
    throw new Error('no')
  })
  const keptToo = transaction((tx) => addProduct(tx, 'kept-after'))
  await assert.rejects(lost, { message: 'no' })
  await Promise.all([kept, keptToo])
  assert.equal(await hasProduct(reader(), 'kept-before'), true)
  assert.equal(await hasProduct(reader(), 'lost'), false)
  assert.equal(await hasProduct(reader(), 'kept-after'), true)
})

test('An error thrown by the work comes through as the same object, after the rollback', async () => {
  const mine = Object.assign(new Error('mine'), { code: 'SQLITE_FULL' })
  const failing = transaction(async (tx) => {
    await addProduct(tx, 'undone')
    throw mine
  })
  await assert.rejects(failing, (error) => error === mine)
  assert.equal(await hasProduct(reader(), 'undone'), false)
})

test('The reader cannot write', async () => {
  const refusal = /READONLY|25006/
  // @ts-expect-error Its type has no method that writes, and its connection would refuse:
  const { create } = reader().product
  await assert.rejects(create({ data: { slug: 'x', position: 1, name: {}, description: {} } }), refusal)
  await assert.rejects(
    reader()
      .$queryRaw`INSERT INTO "Product" ("slug", "position", "name", "description") VALUES ('x', 1, '{}', '{}')`,
    refusal,
  )
  assert.equal(await hasProduct(reader(), 'x'), false)
})

test('Two hundred transactions asked for at once all succeed', async () => {
  const before = await reader().product.count()
  await Promise.all(
    Array.from({ length: 200 }, (_, number) => transaction((tx) => addProduct(tx, `crowd-${number}`))),
  )
  assert.equal(await reader().product.count(), before + 200)
})

test('Between two transactions of a burst the process does other things', async () => {
  let turns = 0
  function takeTurn(): void {
    turns += 1
    next = setImmediate(takeTurn)
  }
  let next = setImmediate(takeTurn)
  await Promise.all(
    Array.from({ length: 50 }, (_, number) => transaction((tx) => addProduct(tx, `free-${number}`))),
  )
  clearImmediate(next)
  // On PostgreSQL several end in one turn, the more the busier the machine is.
  assert.ok(turns >= 10, `${turns} turns`)
})

test('A transaction asked for inside a transaction is refused at once, and the outer one goes on', async () => {
  await transaction(async (tx) => {
    await assert.rejects(
      transaction((inner) => addProduct(inner, 'inner')),
      /inside a transaction/,
    )
    await addProduct(tx, 'outer')
  })
  assert.equal(await hasProduct(reader(), 'outer'), true)
})

test('What was started inside a transaction may ask for one of its own when that has ended', async () => {
  let later: Promise<void> = Promise.resolve()
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  await transaction(async (tx) => {
    await addProduct(tx, 'now')
    later = ended.then(() => transaction((own) => addProduct(own, 'later')))
  })
  resolve()
  await later
  assert.equal(await hasProduct(reader(), 'later'), true)
})

test('Closing waits for the transactions asked for, and the next use opens the database again', async () => {
  const last = transaction((tx) => addProduct(tx, 'last'))
  await closeDatabase()
  await last
  assert.equal(await hasProduct(reader(), 'last'), true)
})

class Found extends Error {
  readonly what: unknown
  constructor(what: unknown) {
    super('found')
    this.what = what
  }
}

function found(error: unknown): unknown {
  return error instanceof Found ? error.what : Promise.reject(error)
}
