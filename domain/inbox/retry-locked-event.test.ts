// Only PostgreSQL locks a row: on SQLite whoever writes has the whole file.
import '#prisma/test-postgresql'
import assert from 'node:assert/strict'
import { after, mock, test, type TestContext } from 'node:test'
import { Client } from 'pg'
import { statusOf } from '#domain/orders/order'
import { aPendingOrder, readOrder } from '#domain/orders/test-orders'
import { closeDatabase, reader } from '#prisma/client'
import { retryEvents } from './retry-events.ts'
import { aPendingEvent, paymentOf } from './test-tellings.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('An event whose order somebody has locked waits without having failed, and keeps no other from its turn', async (t) => {
  const [locked, free] = [await aPendingOrder(), await aPendingOrder()]
  const id = await aPendingEvent(paymentOf(locked), new Date(0))
  await aPendingEvent(paymentOf(free), new Date())
  const somebody = await begin(t)
  await somebody.query('SELECT 1 FROM "Order" WHERE "id" = $1 FOR UPDATE', [locked.id])

  assert.equal(await retryEvents(), 1)

  assert.equal(statusOf(await readOrder(free.token)), 'paid')
  const { state, attempts } = await reader().inboxEvent.findUniqueOrThrow({ where: { id } })
  assert.deepEqual({ state, attempts }, { state: 'pending', attempts: 1 })
  await somebody.query('ROLLBACK')
  assert.equal(await retryEvents(), 1)
  assert.equal(statusOf(await readOrder(locked.token)), 'paid')
})

test('An event that somebody has locked itself waits as well', async (t) => {
  const order = await aPendingOrder()
  const id = await aPendingEvent(paymentOf(order), new Date())
  const somebody = await begin(t)
  await somebody.query('SELECT 1 FROM "InboxEvent" WHERE "id" = $1 FOR UPDATE', [id])

  assert.equal(await retryEvents(), 0)

  await somebody.query('ROLLBACK')
  assert.equal(await retryEvents(), 1)
})

// Somebody else's transaction.
async function begin(t: TestContext): Promise<Client> {
  const client = new Client({ connectionString: process.env['DATABASE_URL'] })
  t.after(() => client.end())
  await client.connect()
  await client.query('BEGIN')
  return client
}
