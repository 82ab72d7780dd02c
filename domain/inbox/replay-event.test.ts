import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { aPendingOrder, lineOf, readOrder } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader } from '#prisma/client'
import { refuseUpdates } from '#prisma/test-obstacle'
import { eventJson, sign } from '#stripe/test-events'
import { receiveEvent } from './receive-event.ts'
import { replayEvent } from './replay-event.ts'
import { listEventsIn } from './replay-store.ts'
import { patience, retryEvents } from './retry-events.ts'
import { allRows } from './test-sweeps.ts'
import { paymentOf } from './test-tellings.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('A parked event is applied once what stood in its way is gone', async () => {
  const { order, id, allowUpdates } = await aParkedEvent()
  assert.ok((await listEventsIn('parked')).includes(id))
  await allowUpdates()

  assert.deepEqual(await replayEvent(id), { became: 'applied' })

  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.equal((await stored(id)).state, 'applied')
  assert.ok(!(await listEventsIn('parked')).includes(id))
})

test('A parked event that still cannot be applied stays parked, with the reason of now', async () => {
  const { id, allowUpdates } = await aParkedEvent()
  const before = await stored(id)

  const replayed = await replayEvent(id)

  assert.ok(replayed.became === 'failed')
  assert.deepEqual(await stored(id), { ...before, error: replayed.error })
  await allowUpdates()
})

test('An event that waits for its next try can be tried at once', async () => {
  const order = await aPendingOrder()
  const allowUpdates = await refuseUpdates(order.id)
  const id = await receive(paymentOf(order))
  assert.ok((await listEventsIn('pending')).includes(id))
  await allowUpdates()

  assert.deepEqual(await replayEvent(id), { became: 'applied' })
  assert.equal(await retryEvents(), 0)
})

test('An event that was applied changes nothing when it is applied again, however often', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  const id = await receive(paymentOf(order))
  const before = withoutRevisions(await allRows())

  for (let times = 0; times < 3; times += 1) assert.deepEqual(await replayEvent(id), { became: 'applied' })

  assert.deepEqual(withoutRevisions(await allRows()), before)
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 2 })
})

test('An applied event that cannot be applied again, as while the order is locked, stays applied', async () => {
  const order = await aPendingOrder()
  const id = await receive(paymentOf(order))
  const before = await stored(id)
  const allowUpdates = await refuseUpdates(order.id)

  assert.equal((await replayEvent(id)).became, 'failed')

  assert.deepEqual(await stored(id), before)
  await allowUpdates()
})

test('An event that concerns nothing of the shop’s is ignored again', async () => {
  const id = await receive(eventJson('payment_intent.created', { id: 'pi_1', object: 'payment_intent' }))

  assert.deepEqual(await replayEvent(id), { became: 'ignored' })
})

test('An event that is not stored is said to be unknown, and none is made of it', async () => {
  for (const id of ['evt_nobody', '', '; DROP TABLE "InboxEvent"']) {
    assert.deepEqual(await replayEvent(id), { became: 'unknown' })
    assert.equal(await reader().inboxEvent.findUnique({ where: { id } }), null)
  }
})

test('The same event replayed twenty times at once is applied as if once', async () => {
  const order = await aPendingOrder()
  const id = await receive(paymentOf(order))

  await Promise.all(Array.from({ length: 20 }, () => replayEvent(id)))

  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 1 })
})

async function aParkedEvent() {
  const order = await aPendingOrder()
  const allowUpdates = await refuseUpdates(order.id)
  const id = await receive(paymentOf(order))
  for (let failures = 1; failures < patience; failures += 1) await retryEvents()
  assert.equal((await stored(id)).state, 'parked')
  return { order, id, allowUpdates }
}

async function receive(body: string): Promise<string> {
  await receiveEvent({ body, signature: sign(body) })
  const { id } = JSON.parse(body) as { id: string }
  return id
}

async function stored(id: string) {
  return reader().inboxEvent.findUniqueOrThrow({ where: { id } })
}

// Locking a row counts it up.
function withoutRevisions(rows: object): unknown {
  return JSON.parse(JSON.stringify(rows), (key, value: unknown) => (key === 'revision' ? 0 : value))
}
