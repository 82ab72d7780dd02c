import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import { statusOf, type Order } from './order.ts'
import { aPendingOrder, lineOf, readOrder, sessionOf, expiredSessionOf, settle } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('A paid session makes its order paid, and its units sold', async () => {
  const order = await aPendingOrder({ quantity: 3 })
  const at = new Date('2026-11-20T10:00:00Z')

  await settle(sessionOf(order), at)

  const { sku } = lineOf(order)
  const { session, payment, amountPaid, paidAt, paymentIntentId, email, customerName, review, stock } =
    await readOrder(order.token)
  assert.deepEqual(
    { session, payment, amountPaid, paidAt, paymentIntentId, email, customerName, review, stock },
    {
      session: 'complete',
      payment: 'paid',
      amountPaid: order.total,
      paidAt: at,
      paymentIntentId: `pi_${order.id}`,
      email: 'shopper@example.com',
      customerName: 'Wang Fang',
      review: [],
      stock: 'sold',
    },
  )
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 3 })
})

test('However often it is told that it was paid, an order sells its units once and keeps its first date', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  const first = new Date('2026-11-20T10:00:00Z')
  const later = new Date('2026-11-21T10:00:00Z')

  await settle(sessionOf(order), first)
  await Promise.all(Array.from({ length: 20 }, () => settle(sessionOf(order), later)))

  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 2 })
  assert.deepEqual((await readOrder(order.token)).paidAt, first)
})

test('A session that expired gives its units back once, however often it says so', async () => {
  const sku = await putOnSale({ quantity: 5 })
  const order = await aPendingOrder({ sku, quantity: 3 })
  const other = await aPendingOrder({ sku, quantity: 2 })

  for (let time = 0; time < 3; time++) await settle(expiredSessionOf(order))

  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
  assert.equal(statusOf(await readOrder(order.token)), 'expired')
  assert.equal(statusOf(await readOrder(other.token)), 'open')
})

test('A session that is open still changes nothing', async () => {
  const order = await aPendingOrder({ quantity: 3 })

  const open = sessionOf(order, { status: 'open', payment: 'none', url: 'https://pay.example' })
  await settle({ ...open, paymentIntentId: null, email: null, customerName: null })

  assert.deepEqual(await readOrder(order.token).then(withoutRevision), withoutRevision(order))
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 3, sold: 0 })
})

test('While a bank takes its time the units stay held; when it says no they go back', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  const { sku } = lineOf(order)

  await settle(sessionOf(order, { payment: 'processing' }))
  assert.equal(statusOf(await readOrder(order.token)), 'processing')
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })

  await settle(sessionOf(order, { payment: 'failed' }))
  assert.equal(statusOf(await readOrder(order.token)), 'failed')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('A completion that arrives after an expiry wins: complete is the later word at Stripe', async () => {
  const order = await aPendingOrder()
  await settle(expiredSessionOf(order))

  await settle(sessionOf(order, { payment: 'processing' }))

  assert.equal((await readOrder(order.token)).session, 'complete')
})

test('An expiry that arrives after the payment is shown to the owner, and changes nothing else', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))
  const paid = await readOrder(order.token)

  await settle(expiredSessionOf(order))

  const late = withoutRevision({ ...paid, review: ['late'] })
  assert.deepEqual(await readOrder(order.token).then(withoutRevision), late)
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 1 })
})

test('A session of no order, or of an order this shop does not have, settles nothing', async () => {
  const order = await aPendingOrder()

  assert.equal(await settle(sessionOf(order, { orderId: null })), null)
  assert.equal(await settle(sessionOf(order, { orderId: 'AAAAA-AAAAA' })), null)

  assert.equal(statusOf(await readOrder(order.token)), 'open')
})

function withoutRevision(order: Order): object {
  return { ...order, revision: null }
}
