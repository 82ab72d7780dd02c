import '#prisma/test-sqlite'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { settings } from '#env'
import { databaseFile } from './database-file.ts'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { PrismaClient } from './generated/client.ts'
import { runTransaction, type Transaction } from './run-transaction.ts'
import { sqliteAdapter } from './sqlite-adapter.ts'
import { lockInAnotherProcess } from './test-lock.ts'

const file = databaseFile(settings().databaseUrl)
const client = new PrismaClient({ adapter: sqliteAdapter({ file, readonly: false }) })

after(() => client.$disconnect())

test('While another process holds the lock a transaction is tried again, and its work runs once', async () => {
  const lock = await lockInAnotherProcess(file)
  let runs = 0
  let released: Promise<void> | undefined
  // Chance is asked for between two tries: the first has failed by then.
  const random = () => {
    released ??= lock.release()
    return 1
  }
  const work = async (tx: Transaction) => {
    runs += 1
    await addProduct(tx, 'patient')
  }
  await runTransaction(client, work, { random })
  await released
  assert.ok(released)
  assert.equal(runs, 1)
  assert.equal(await hasProduct('patient'), true)
})

test('When the lock is never released the transaction gives up as locked without having run', async () => {
  const lock = await lockInAnotherProcess(file)
  let runs = 0
  const waiting = runTransaction(client, async () => {
    runs += 1
  })
  await assert.rejects(waiting, unavailable('locked'))
  assert.equal(runs, 0)
  await lock.release()
  await runTransaction(client, (tx) => addProduct(tx, 'after-lock'))
  assert.equal(await hasProduct('after-lock'), true)
})

test('Work that never ends is stopped and rolled back, and the next transaction runs', async () => {
  const hanging = runTransaction(
    client,
    async (tx) => {
      await addProduct(tx, 'hanging')
      await new Promise(() => {})
    },
    { workLimitMs: 50 },
  )
  await assert.rejects(hanging, unavailable('overrun'))
  await runTransaction(client, (tx) => addProduct(tx, 'after-hanging'))
  assert.equal(await hasProduct('hanging'), false)
  assert.equal(await hasProduct('after-hanging'), true)
})

test('Work that goes on after its time is up writes nothing more', async () => {
  const { promise: late, resolve: continueLate } = Promise.withResolvers<void>()
  const { promise: lateWrite, resolve: settleLate } = Promise.withResolvers<unknown>()
  const slow = runTransaction(
    client,
    async (tx) => {
      await late
      const refused = addProduct(tx, 'too-late').catch((error: unknown) => error)
      settleLate(refused)
    },
    { workLimitMs: 50 },
  )
  await assert.rejects(slow, unavailable('overrun'))
  continueLate()
  assert.ok((await lateWrite) instanceof Error)
  assert.equal(await hasProduct('too-late'), false)
})

test('When the disk is full the transaction is undone as full, and writing works again once there is room', async () => {
  await runTransaction(client, (tx) => limitPages(tx, 1))
  const tooMuch = runTransaction(client, async (tx) => {
    await addProduct(tx, 'before-full')
    await addProduct(tx, 'full', 'x'.repeat(200_000))
  })
  await assert.rejects(tooMuch, unavailable('full'))
  assert.equal(await hasProduct('before-full'), false)
  await runTransaction(client, (tx) => limitPages(tx, 1_000_000))
  await runTransaction(client, (tx) => addProduct(tx, 'roomy', 'x'.repeat(200_000)))
  assert.equal(await hasProduct('roomy'), true)
})

test('Work that catches a full disk cannot go on as if nothing had happened', async () => {
  await runTransaction(client, (tx) => limitPages(tx, 1))
  const careless = runTransaction(client, async (tx) => {
    await addProduct(tx, 'large', 'x'.repeat(400_000)).catch(() => {})
    await limitPages(tx, 1_000_000)
    await addProduct(tx, 'careless')
  })
  await assert.rejects(careless, unavailable('full'))
  await runTransaction(client, (tx) => limitPages(tx, 1_000_000))
  assert.equal(await hasProduct('careless'), false)
})

function unavailable(reason: string) {
  return (error: unknown) => error instanceof DatabaseUnavailable && error.reason === reason
}

// SQLite takes the present size when that is larger, and then there is no room for one more page.
async function limitPages(tx: Transaction, pages: number): Promise<void> {
  await tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`)
}

async function addProduct(tx: Transaction, slug: string, name = ''): Promise<void> {
  await tx.product.create({ data: { slug, position: 1, name: { en: name }, description: {} } })
}

async function hasProduct(slug: string): Promise<boolean> {
  return (await client.product.count({ where: { slug } })) > 0
}
