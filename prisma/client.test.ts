import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase, reader, transaction, type Reader, type Transaction } from './client.ts'

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

test('A statement that is refused and caught leaves the rest of its transaction standing', async () => {
  await transaction(async (tx) => {
    await addProduct(tx, 'twice')
    await assert.rejects(addProduct(tx, 'twice'), { code: 'P2002' })
    await addProduct(tx, 'once')
  })
  assert.equal(await hasProduct(reader(), 'twice'), true)
  assert.equal(await hasProduct(reader(), 'once'), true)
})

test('The reader cannot write', async () => {
  // @ts-expect-error Its type has no method that writes, and its connection would refuse:
  const { create } = reader().product
  await assert.rejects(create({ data: { slug: 'x', position: 1, name: {}, description: {} } }), /READONLY/)
  await assert.rejects(
    reader()
      .$queryRaw`INSERT INTO "Product" ("slug", "position", "name", "description") VALUES ('x', 1, '{}', '{}')`,
    /READONLY/,
  )
  await assert.rejects(reader().$queryRaw`PRAGMA journal_mode = DELETE`)
  assert.equal(await hasProduct(reader(), 'x'), false)
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
  assert.ok(turns >= 49, `${turns} turns`)
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

test('Closing waits for the transactions asked for, and the next use opens the database again', async () => {
  const last = transaction((tx) => addProduct(tx, 'last'))
  await closeDatabase()
  await last
  assert.equal(await hasProduct(reader(), 'last'), true)
  const [mode] = await transaction((tx) => tx.$queryRaw<{ synchronous: bigint }[]>`PRAGMA synchronous`)
  assert.equal(Number(mode?.synchronous), 2)
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

async function addProduct(tx: Transaction, slug: string): Promise<void> {
  await tx.product.create({ data: { slug, position: 1, name: {}, description: {} } })
}

async function hasProduct(from: Reader, slug: string): Promise<boolean> {
  return (await from.product.count({ where: { slug } })) > 0
}
