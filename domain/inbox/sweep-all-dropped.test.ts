// What a sweep repairs when not one webhook arrives, whether Stripe lists the event or never made it.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, beforeEach, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { expiredSessionOf, readOrder, settle } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader } from '#prisma/client'
import { expireSession } from '#stripe/checkout-sessions'
import { listenAt, listStripeRequests, payByDebit, payOnStripesPage } from '#stripe/test-stripe'
import {
  allRows,
  anOrderAtStripe,
  anOrderPaidAtStripe,
  disputeAtStripe,
  forgetOrders,
  loseWebhooks,
  type OrderAtStripe,
  refundAtStripe,
  sweepIn,
  waitAtStripe,
} from './test-sweeps.ts'

mock.method(console, 'error', () => {})
await listenAt('http://127.0.0.1:9/nobody')
after(closeDatabase)
beforeEach(forgetOrders)

// https://docs.stripe.com/testing#refunds
const cardWhoseRefundsFail = '4000000000005126'
const bankThatRefuses = 'AT861904300235473202'

const ends: readonly [
  status: string,
  stock: { held: number; sold: number },
  live: () => Promise<OrderAtStripe>,
][] = [
  ['paid', { held: 0, sold: 1 }, anOrderPaidAtStripe],
  ['partially_refunded', { held: 0, sold: 1 }, () => aRefundedOrder(100)],
  ['refunded', { held: 0, sold: 1 }, () => aRefundedOrder()],
  ['disputed', { held: 0, sold: 1 }, aDisputedOrder],
  ['expired', { held: 0, sold: 0 }, anExpiredOrder],
  ['paid', { held: 0, sold: 1 }, () => anOrderByDebit()],
  ['failed', { held: 0, sold: 0 }, () => anOrderByDebit(bankThatRefuses)],
]

for (const [fault, when] of [
  ['drop', 'while Stripe lists what it could not deliver'],
  ['swallow', 'while no list has the events, as if Stripe had never made them'],
] as const) {
  test(`When every webhook is lost one sweep repairs all, ${when}`, async () => {
    await loseWebhooks(fault)
    const lives = await liveAll()
    for (const { order } of lives) assert.equal(statusOf(await readOrder(order.token)), 'open')

    const { repairs, failed, unanswered } = await sweepIn(3)

    assert.deepEqual({ failed, unanswered }, { failed: 0, unanswered: 0 })
    for (const { order, sku, status, stock } of lives) {
      assert.equal(statusOf(await readOrder(order.token)), status)
      assert.deepEqual(await stockOf(sku), stock)
      const told = repairs.filter(({ what, id }) => what === 'order' && id === order.id)
      assert.deepEqual(told, [{ what: 'order', id: order.id, became: status }])
    }
  })
}

test('What is known already is not written again: a second sweep changes no row and says nothing', async () => {
  for (const fault of ['drop', 'swallow'] as const) {
    await loseWebhooks(fault)
    await liveAll()
  }
  await sweepIn(3)
  const before = await allRows()

  const again = await sweepIn(3, { comparesNow: true })

  assert.deepEqual(again, { looked: 0, repairs: [], unanswered: 0, failed: 0 })
  assert.deepEqual(await allRows(), before)
})

test('Every event that Stripe could not deliver is stored as Stripe made it, and told once', async () => {
  await loseWebhooks('drop')
  await sweepIn(3)
  const { sessionId } = await anOrderPaidAtStripe()

  const { repairs } = await sweepIn(3)

  const stored = await reader().inboxEvent.findMany({ where: { objectId: sessionId } })
  assert.deepEqual(
    stored.map(({ type, state }) => [type, state]),
    [['checkout.session.completed', 'applied']],
  )
  const [event] = stored
  const payload = JSON.parse(event?.payload ?? '')
  assert.deepEqual([payload.id, payload.data.object.id], [event?.id, sessionId])
  const told = repairs.filter(({ what }) => what === 'event')
  assert.deepEqual(told, [{ what: 'event', id: event?.id, became: 'checkout.session.completed, applied' }])
})

test('Objects are compared once an hour, or when it is asked for', async () => {
  assert.deepEqual(await compared(0), [1, 1, 1])
  assert.deepEqual(await compared(59), [0, 0, 0])
  assert.deepEqual(await compared(59, true), [1, 1, 1])
  assert.deepEqual(await compared(118), [0, 0, 0])
  assert.deepEqual(await compared(120), [1, 1, 1])
})

test('A payment of an order that had ended for the shop is found by comparing', async () => {
  await loseWebhooks('swallow')
  await sweepIn(0)
  const { order, sessionId } = await anOrderAtStripe()
  await settle(expiredSessionOf(order))
  await payOnStripesPage(sessionId)

  const { repairs } = await sweepIn(3, { comparesNow: true })

  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'paid' }])
  assert.deepEqual((await readOrder(order.token)).review, ['late'])
})

test('A refund that fails after it succeeded, of which nobody told, is found', async () => {
  await loseWebhooks('swallow')
  const { order, paymentIntentId } = await anOrderPaidAtStripe(cardWhoseRefundsFail)
  const { id } = await refundAtStripe(paymentIntentId)
  await sweepIn(3)
  assert.equal(statusOf(await readOrder(order.token)), 'refunded')
  await waitAtStripe(31)

  const { repairs } = await sweepIn(3, { comparesNow: true })

  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.deepEqual(repairs, [
    { what: 'order', id: order.id, became: 'paid' },
    { what: 'refund', id, became: 'failed' },
  ])
})

// How often each list of objects was read by a sweep in so many minutes.
async function compared(minutes: number, comparesNow = false): Promise<number[]> {
  const before = (await listStripeRequests()).length
  await sweepIn(minutes, { comparesNow })
  const requests = (await listStripeRequests()).slice(before)
  return ['/v1/checkout/sessions', '/v1/refunds', '/v1/disputes'].map(
    (path) => requests.filter((request) => request.path === path).length,
  )
}

async function liveAll() {
  const lives = []
  for (const [status, stock, live] of ends) lives.push({ ...(await live()), status, stock })
  return lives
}

async function aRefundedOrder(amount?: number): Promise<OrderAtStripe> {
  const made = await anOrderPaidAtStripe()
  await refundAtStripe(made.paymentIntentId, amount)
  return made
}

async function aDisputedOrder(): Promise<OrderAtStripe> {
  const made = await anOrderPaidAtStripe()
  await disputeAtStripe(made.paymentIntentId)
  return made
}

async function anExpiredOrder(): Promise<OrderAtStripe> {
  const made = await anOrderAtStripe()
  await expireSession(made.sessionId)
  return made
}

async function anOrderByDebit(iban?: string): Promise<OrderAtStripe> {
  const made = await anOrderAtStripe('eur')
  await payByDebit(made.sessionId, iban)
  await waitAtStripe(1)
  return made
}
