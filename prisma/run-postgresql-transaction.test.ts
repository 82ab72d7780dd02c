import '#prisma/test-postgresql'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { settings } from '#env'
import { closeDatabase, DatabaseUnavailable, reader, transaction, type Transaction } from './client.ts'
import type { PrismaClient as SqliteClient } from './generated/client.ts'
import { PrismaClient } from './postgresql/generated/client.ts'
import { postgresqlAdapter } from './postgresql-adapter.ts'
import { runPostgresqlTransaction } from './run-postgresql-transaction.ts'
import { addProduct, hasProduct } from './test-products.ts'

const adapter = postgresqlAdapter({ url: settings().databaseUrl, readonly: false, max: 2 })
const client = new PrismaClient({ adapter }) as unknown as SqliteClient

after(async () => {
  await client.$disconnect()
  await closeDatabase()
})

test('Of two transactions that wait for each other one is run again from its beginning, and both are kept', async () => {
  await transaction(async (tx) => {
    await addProduct(tx, 'left')
    await addProduct(tx, 'right')
  })
  const bothHaveOne = barrier(2)
  let runs = 0
  const crossing = async (tx: Transaction, slugs: readonly [string, string]) => {
    runs += 1
    await moveDown(tx, slugs[0])
    await bothHaveOne()
    await moveDown(tx, slugs[1])
  }
  await Promise.all([
    transaction((tx) => crossing(tx, ['left', 'right'])),
    transaction((tx) => crossing(tx, ['right', 'left'])),
  ])
  assert.equal(runs, 3)
  const rows = await reader().product.findMany({ where: { slug: { in: ['left', 'right'] } } })
  assert.deepEqual(
    rows.map(({ position }) => position),
    [3, 3],
  )
})

for (const code of ['40001', '40P01']) {
  test(`A transaction that ends with ${code} every time is run four times, and is then "locked"`, async () => {
    let runs = 0
    const hopeless = runPostgresqlTransaction(
      client,
      async (tx) => {
        runs += 1
        await addProduct(tx, 'hopeless')
        await fail(tx, code)
      },
      { random: () => 0 },
    )
    await assert.rejects(hopeless, isUnavailable('locked'))
    assert.equal(runs, 4)
    assert.equal(await hasProduct(reader(), 'hopeless'), false)
  })
}

test('A conflict is seen as one although the work has wrapped it, or caught it and gone on', async () => {
  const outcomes = [
    (error: unknown) => Promise.reject(new Error('could not apply', { cause: error })),
    () => Promise.resolve(),
  ]
  for (const [number, answerTo] of outcomes.entries()) {
    let runs = 0
    await transaction(async (tx) => {
      runs += 1
      await addProduct(tx, `conflict-${number}`)
      if (runs === 1) await fail(tx, '40P01').catch(answerTo)
    })
    assert.equal(runs, 2)
    assert.equal(await hasProduct(reader(), `conflict-${number}`), true)
  }
})

test('Any other error of the work is not a reason to run it again', async () => {
  for (const mine of [new Error('mine'), Object.assign(new Error('net'), { code: 'ECONNREFUSED' })]) {
    let runs = 0
    const failing = transaction(async (tx) => {
      runs += 1
      await addProduct(tx, 'never')
      throw mine
    })
    await assert.rejects(failing, (error) => error === mine)
    assert.equal(runs, 1)
  }
  assert.equal(await hasProduct(reader(), 'never'), false)
})

test('A statement that is refused ends its transaction, and a work that catches the error does not seem to have succeeded', async () => {
  const refused = transaction(async (tx) => {
    await addProduct(tx, 'twice')
    await addProduct(tx, 'twice').catch(() => {})
    await addProduct(tx, 'once').catch(() => {})
  })
  await assert.rejects(refused, /UniqueConstraintViolation/)
  for (const slug of ['twice', 'once']) assert.equal(await hasProduct(reader(), slug), false)
})

test('A commit that is refused undoes its transaction, and the ones after it work', async () => {
  await transaction(
    (tx) =>
      tx.$executeRaw`ALTER TABLE "Price" ALTER CONSTRAINT "Price_sku_fkey" DEFERRABLE INITIALLY DEFERRED`,
  )
  const failing = transaction(async (tx) => {
    await addProduct(tx, 'uncommitted')
    await tx.price.create({ data: { sku: 'no-such-variant', currency: 'usd', amount: 1 } })
  })
  await assert.rejects(failing, /ForeignKey|foreign key/i)
  await transaction((tx) => addProduct(tx, 'after-failed-commit'))
  assert.equal(await hasProduct(reader(), 'uncommitted'), false)
  assert.equal(await hasProduct(reader(), 'after-failed-commit'), true)
})

test('Work that overruns its time is rolled back, and its connection serves again', async () => {
  const { promise: never } = Promise.withResolvers<void>()
  for (let round = 1; round <= 3; round += 1) {
    const stuck = runPostgresqlTransaction(
      client,
      async (tx) => {
        await addProduct(tx, 'stuck')
        await never
      },
      { workLimitMs: 100 },
    )
    await assert.rejects(stuck, isUnavailable('overrun'))
  }
  assert.equal(await runPostgresqlTransaction(client, (tx) => hasProduct(tx, 'stuck')), false)
})

test(
  'A connection whose rollback was not answered serves nobody again, so that no other commit keeps what was undone',
  { skip: process.platform === 'win32' },
  async () => {
    const one = postgresqlAdapter({ url: settings().databaseUrl, readonly: false, max: 1 })
    const alone = new PrismaClient({ adapter: one }) as unknown as SqliteClient
    let backend = 0
    const frozen = runPostgresqlTransaction(
      alone,
      async (tx) => {
        await addProduct(tx, 'frozen')
        backend = await backendOf(tx)
        process.kill(backend, 'SIGSTOP')
        await tx.product.count()
      },
      { workLimitMs: 100 },
    )
    try {
      await assert.rejects(frozen, isUnavailable('overrun'))
      const next = await runPostgresqlTransaction(alone, backendOf)
      assert.notEqual(next, backend)
    } finally {
      process.kill(backend, 'SIGCONT')
      await alone.$disconnect()
    }
    assert.equal(await hasProduct(reader(), 'frozen'), false)
  },
)

async function backendOf(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`
  return row?.pid ?? 0
}

// Lets everybody go on when `count` have come.
function barrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let came = 0
  return () => {
    came += 1
    if (came >= count) resolve()
    return promise
  }
}

async function moveDown(tx: Transaction, slug: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Product" SET "position" = "position" + 1 WHERE "slug" = ${slug}`
}

async function fail(tx: Transaction, code: string): Promise<void> {
  await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '${code}'; END $$`)
}

function isUnavailable(reason: string) {
  return (error: unknown) => error instanceof DatabaseUnavailable && error.reason === reason
}
