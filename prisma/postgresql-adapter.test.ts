import '#prisma/test-postgresql'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { settings } from '#env'
import { closeDatabase, DatabaseUnavailable, reader, transaction } from './client.ts'
import { lockDatabase } from './test-lock.ts'
import { addProduct, hasProduct } from './test-products.ts'

after(closeDatabase)

const reasons = {
  '55P03': 'locked',
  53100: 'full',
  53300: 'other',
  57014: 'other',
  '57P01': 'other',
  25006: 'other',
  '08006': 'other',
  58030: 'other',
  XX001: 'other',
}

for (const [code, reason] of Object.entries(reasons)) {
  test(`PostgreSQL’s ${code} is "${reason}" to whoever asked, and nothing of the transaction is kept`, async () => {
    const failing = transaction(async (tx) => {
      await addProduct(tx, 'half')
      await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '${code}'; END $$`)
    })
    await assert.rejects(failing, (error) => error instanceof DatabaseUnavailable && error.reason === reason)
    assert.equal(await hasProduct(reader(), 'half'), false)
  })
}

test('What PostgreSQL refuses is not unavailability', async () => {
  const wrong = [`SELECT 1 / 0`, `SELECT FROM nowhere`, `UPDATE "Stock" SET "sold" = 'many'`]
  for (const sql of wrong)
    await assert.rejects(
      transaction((tx) => tx.$executeRawUnsafe(sql)),
      (error) => !(error instanceof DatabaseUnavailable),
    )
})

test('Whoever waits two seconds for a lock is told that the database is locked; readers do not wait', async () => {
  const lock = await lockDatabase(settings().databaseUrl)
  const waiting = transaction((tx) => addProduct(tx, 'locked-out'))
  assert.equal(await hasProduct(reader(), 'locked-out'), false)
  await assert.rejects(waiting, (error) => error instanceof DatabaseUnavailable && error.reason === 'locked')
  await lock.release()
  await transaction((tx) => addProduct(tx, 'let-in'))
})

test('Every connection has limits, reads what is committed, in UTC, and waits for the disk even where the server would not', async () => {
  const [{ name } = { name: '' }] = await reader().$queryRaw<{ name: string }[]>`
    SELECT current_database()::text AS "name"`
  await transaction((tx) => tx.$executeRawUnsafe(`ALTER DATABASE "${name}" SET synchronous_commit = off`))
  await closeDatabase()
  const expected = {
    statement_timeout: '5s',
    lock_timeout: '2s',
    idle_in_transaction_session_timeout: '10s',
    TimeZone: 'UTC',
    transaction_isolation: 'read committed',
    synchronous_commit: 'on',
  }
  const ask = `SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name IN ('${Object.keys(expected).join("','")}')`
  for (const from of [reader(), null]) {
    const rows = await (from
      ? from.$queryRawUnsafe<Setting[]>(ask)
      : transaction((tx) => tx.$queryRawUnsafe<Setting[]>(ask)))
    assert.deepEqual(Object.fromEntries(rows.map(({ name: key, setting }) => [key, setting])), expected)
  }
})

test('However many ask at once, one process has at most ten connections', async () => {
  const asked = Array.from({ length: 100 }, (_, number) => [
    transaction((tx) => addProduct(tx, `crowd-${number}`)),
    reader().product.count(),
  ])
  await Promise.all(asked.flat())
  const [row] = await reader().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'kiosk'`
  assert.ok(Number(row?.count) <= 10, `${row?.count} connections`)
})

test('A connection that the server ends costs one transaction, which is not kept, and the next has another', async () => {
  const ended = transaction(async (tx) => {
    await addProduct(tx, 'cut-off')
    await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`
  })
  await assert.rejects(ended, (error) => error instanceof DatabaseUnavailable && error.reason === 'other')
  await transaction((tx) => addProduct(tx, 'goes-on'))
  assert.equal(await hasProduct(reader(), 'cut-off'), false)
  assert.equal(await hasProduct(reader(), 'goes-on'), true)
})

interface Setting {
  readonly name: string
  readonly setting: string
}
