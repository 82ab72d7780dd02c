import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeDatabase } from '#prisma/client'
import { type Order, statusOf } from './order.ts'
import {
  aPendingOrder,
  disputeOf,
  mailsOf,
  readOrder,
  sessionOf,
  settle,
  takeDispute,
} from './test-orders.ts'

after(closeDatabase)

test('A dispute of a paid order is known of the order, and told to no shopper', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))

  assert.equal(await takeDispute(disputeOf(order)), true)

  assert.deepEqual((await readOrder(order.token)).disputes, [disputeOf(order)])
  assert.equal(await statusNow(order), 'disputed')
  assert.deepEqual(await mailsOf(order), ['receipt'])
})

test('A dispute that is won leaves the order paid, one that is lost takes the payment back', async () => {
  for (const [status, became] of [['won', 'paid'] as const, ['lost', 'charged_back'] as const]) {
    const order = await aPendingOrder()
    await takeDispute(disputeOf(order, { status }))
    await settle(sessionOf(order))
    await takeDispute(disputeOf(order))

    assert.equal(await statusNow(order), became)
  }
})

test('A dispute that is heard of before its payment waits for it', async () => {
  const order = await aPendingOrder()
  await takeDispute(disputeOf(order, { status: 'under_review' }))
  assert.equal(await statusNow(order), 'open')

  await settle(sessionOf(order))

  assert.equal(await statusNow(order), 'disputed')
})

test('A dispute of no payment intent is not the shop’s, and is not kept', async () => {
  assert.equal(await takeDispute({ ...disputeOf(await aPendingOrder()), paymentIntentId: null }), false)
})

test('A payment and all that is told of its dispute, at the same moment, come to the last word', async () => {
  for (let time = 0; time < 5; time += 1) {
    const order = await aPendingOrder()
    const statuses = ['warning_needs_response', 'needs_response', 'under_review', 'lost'] as const

    await Promise.all([
      ...statuses.map((status) => takeDispute(disputeOf(order, { status }))),
      settle(sessionOf(order)),
    ])

    assert.deepEqual((await readOrder(order.token)).disputes, [disputeOf(order, { status: 'lost' })])
    assert.equal(await statusNow(order), 'charged_back')
  }
})

async function statusNow({ token }: Order): Promise<string> {
  return statusOf(await readOrder(token))
}
