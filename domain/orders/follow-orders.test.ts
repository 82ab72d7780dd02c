import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { createFollowOrder } from './follow-orders.ts'
import type { OrderStatus } from './order.ts'
import { findStatus, isWaiting, type KnownStatus } from './status-store.ts'
import { aPendingOrder, expiredSessionOf, sessionOf, settle } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('Whoever follows an order hears what Stripe says of its payment, whoever has written that down', async () => {
  const order = await aPendingOrder()
  const { heard, until } = listen()
  const stop = createFollowOrder({ pauseMs: 5 })(order.id, heard)

  await until('open')
  await settle(sessionOf(order, { payment: 'processing' }))
  await until('processing')
  await settle(sessionOf(order))
  await until('paid')
  stop()
})

test('Many who wait for several orders cost one question at a time, and each hears of their own', async () => {
  const asked: string[][] = []
  const follow = createFollowOrder({ list: (ids) => Promise.resolve(answer(ids, asked)), pauseMs: 1 })
  const listeners = Array.from({ length: 100 }, (_, each) => ({ ...listen(), id: `order ${each % 2}` }))

  const stops = listeners.map(({ id, heard }) => follow(id, heard))
  await Promise.all(listeners.map(({ until }) => until('paid')))
  for (const stop of stops) stop()

  assert.deepEqual(asked[0], ['order 0', 'order 1'])
})

test('A database that cannot be asked ends nothing, and of whom nobody follows any more nothing is asked', async () => {
  const asked: string[][] = []
  const list = async (ids: readonly string[]) => {
    const known = answer(ids, asked)
    if (asked.length < 3) throw new Error('no database')
    return known
  }
  const follow = createFollowOrder({ list, pauseMs: 1 })
  for (const id of ['first', 'second']) {
    const { heard, until } = listen()
    const stop = follow(id, heard)
    await until('paid')
    stop()
  }

  assert.deepEqual(asked, [['first'], ['first'], ['first'], ['second']])
})

test('A status is found by token and by session, whatever else is known of the order', async () => {
  const order = await aPendingOrder()
  await settle(expiredSessionOf(order))
  const found = { id: order.id, status: 'expired' }

  assert.deepEqual(await findStatus({ token: order.token }), found)
  assert.deepEqual(await findStatus({ sessionId: order.sessionId ?? '' }), found)
  for (const strange of ['', 'x', '\0', '🫖', `${order.token}%`, order.id, 'a'.repeat(300)])
    assert.equal(await findStatus({ token: strange }), null, strange)
})

test('Only an order that waits for its shopper or for a bank may become something else by itself', () => {
  const statuses: OrderStatus[] = ['open', 'processing', 'paid', 'failed', 'expired', 'review', 'refunded']

  assert.deepEqual(statuses.filter(isWaiting), ['open', 'processing'])
})

function listen() {
  const told: OrderStatus[] = []
  const hopes: { status: OrderStatus; resolve: () => void }[] = []
  return {
    heard: (status: OrderStatus) => {
      told.push(status)
      for (const hope of hopes) if (told.includes(hope.status)) hope.resolve()
    },
    until: (status: OrderStatus) => new Promise<void>((resolve) => hopes.push({ status, resolve })),
  }
}

function answer(ids: readonly string[], asked: string[][]): KnownStatus[] {
  asked.push([...ids])
  return ids.map((id) => ({ id, status: 'paid' }))
}
