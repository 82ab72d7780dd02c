import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { aPendingOrder, readOrder } from '#domain/orders/test-orders'
import { closeDatabase, reader } from '#prisma/client'
import { refuseUpdates } from '#prisma/test-obstacle'
import { sign } from '#stripe/test-events'
import { receiveEvent } from './receive-event.ts'
import { patience, retryEvents } from './retry-events.ts'
import { aPendingEvent, paymentOf } from './test-tellings.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('An event that could not be applied is applied once what stood in its way is gone', async () => {
  const order = await aPendingOrder()
  const body = paymentOf(order)
  const allowUpdates = await refuseUpdates(order.id)
  await receiveEvent({ body, signature: sign(body) })
  assert.equal(await retryEvents(), 0)
  await allowUpdates()

  assert.equal(await retryEvents(), 1)

  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  const { state, attempts, error } = await stored(body)
  assert.deepEqual({ state, attempts, error }, { state: 'applied', attempts: 2, error: null })
  assert.equal(await retryEvents(), 0)
})

test('An event that never can be applied is parked after ten failures, and others are not kept waiting', async () => {
  const order = await aPendingOrder()
  const poison = paymentOf(order, { amount_total: 'twelve' })
  await receiveEvent({ body: poison, signature: sign(poison) })
  for (let failures = 1; failures < patience; failures += 1) {
    assert.equal((await stored(poison)).state, 'pending')
    await retryEvents()
  }

  assert.equal((await stored(poison)).state, 'parked')
  const healthy = paymentOf(order)
  assert.equal(await receiveEvent({ body: healthy, signature: sign(healthy) }), 'stored')
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
})

test('Of a hundred and thirty pending events each has one turn, though the first hundred and ten fail again', async () => {
  const order = await aPendingOrder()
  const poison = Array.from({ length: 110 }, () => paymentOf(order, { amount_total: 'twelve' }))
  const healthy = Array.from({ length: 20 }, () => paymentOf(order))
  const at = new Date()
  for (const body of poison) await aPendingEvent(body, new Date(at.getTime() - 1))
  for (const body of healthy) await aPendingEvent(body, at)

  assert.equal(await retryEvents(), 20)

  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  const pending = await reader().inboxEvent.findMany({ where: { state: 'pending' } })
  assert.deepEqual(
    pending.map(({ attempts }) => attempts),
    poison.map(() => 2),
  )
})

async function stored(body: string) {
  const { id } = JSON.parse(body) as { id: string }
  return reader().inboxEvent.findUniqueOrThrow({ where: { id } })
}
