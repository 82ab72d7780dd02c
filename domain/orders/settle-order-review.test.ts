import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { holdStock } from '#domain/stock/stock-store'
import { closeDatabase, transaction } from '#prisma/client'
import type { Session } from '#stripe/session'
import { abandonOrder } from './close-order.ts'
import { statusOf } from './order.ts'
import { listOrdersForReview } from './order-store.ts'
import { aPendingOrder, lineOf, readOrder, sessionOf, expiredSessionOf, settle } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('A payment that comes after the expiry takes units anew when there are some left, and is shown to the owner', async () => {
  const sku = await putOnSale({ quantity: 2 })
  const order = await aPendingOrder({ sku, quantity: 2 })
  await settle(expiredSessionOf(order))

  const settled = await settle(sessionOf(order))

  assert.equal(settled && statusOf(settled), 'paid')
  assert.deepEqual(settled?.review, ['late'])
  assert.deepEqual(await listOrdersForReview(1), [order.id])
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 2 })
})

test('A payment that comes when its units went to somebody else is for review, and takes nothing from anybody', async () => {
  const sku = await putOnSale({ quantity: 2 })
  const order = await aPendingOrder({ sku, quantity: 2 })
  await settle(expiredSessionOf(order))
  const other = await aPendingOrder({ sku, quantity: 1 })

  await settle(sessionOf(order))
  await settle(sessionOf(order))

  const { stock, review, payment } = await readOrder(order.token)
  assert.deepEqual(
    { stock, review, payment },
    { stock: 'missing', review: ['stock', 'late'], payment: 'paid' },
  )
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
  assert.equal(statusOf(await readOrder(other.token)), 'open')
})

test('A late payment for two things of which one is gone takes neither', async () => {
  const [first, second] = [
    await putOnSale({ sku: 'late-a' }),
    await putOnSale({ sku: 'late-b', quantity: 1 }),
  ]
  const order = await aPendingOrder({ sku: second })
  await transaction((tx) =>
    tx.orderLine.create({ data: { ...lineOf(order), sku: first, orderId: order.id } }),
  )
  await transaction((tx) => holdStock(tx, [{ sku: first, quantity: 1 }]))
  await settle(expiredSessionOf(order))
  await aPendingOrder({ sku: second })

  await settle(sessionOf(order))

  assert.equal((await readOrder(order.token)).stock, 'missing')
  assert.deepEqual(await stockOf(first), { held: 0, sold: 0 })
  assert.deepEqual(await stockOf(second), { held: 1, sold: 0 })
})

test('A second session that is paid for an order is for review, and sells nothing a second time', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))

  await settle(sessionOf(order, { id: 'cs_test_another' }))

  const { review, sessionId } = await readOrder(order.token)
  assert.deepEqual({ review, sessionId }, { review: ['session'], sessionId: order.sessionId })
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 1 })
})

test('A second session that expires says nothing about the order', async () => {
  const order = await aPendingOrder()

  await settle({ ...expiredSessionOf(order), id: 'cs_test_another_one' })

  assert.equal(statusOf(await readOrder(order.token)), 'open')
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 1, sold: 0 })
})

test('An order whose session was made but never remembered learns of it from the payment', async () => {
  const order = await aPendingOrder({ opened: false })

  await settle(sessionOf(order, { id: 'cs_test_unremembered' }))

  const paid = await readOrder(order.token)
  assert.equal(paid.sessionId, 'cs_test_unremembered')
  assert.equal(statusOf(paid), 'paid')
})

test('An order that was given up and is paid all the same is sold, when there is something left', async () => {
  const order = await aPendingOrder({ opened: false })
  await abandonOrder(order.id)

  await settle(sessionOf(order, { id: 'cs_test_orphan' }))

  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 1 })
})

const wrongPayments: [title: string, said: Partial<Session>, review: string[]][] = [
  ['of a smaller amount', { amountTotal: 1 }, ['amount']],
  ['of a larger amount', { amountTotal: 999_999 }, ['amount']],
  ['in another currency', { currency: 'jpy' }, ['currency']],
  ['in the other mode', { rightMode: false }, ['mode']],
  ['wrong in every way', { amountTotal: 0, currency: '', rightMode: false }, ['amount', 'currency', 'mode']],
]

for (const [title, said, review] of wrongPayments) {
  test(`A payment ${title} is for review, and says why`, async () => {
    const order = await aPendingOrder()

    const settled = await settle(sessionOf(order, said))

    assert.deepEqual(settled?.review, review)
    assert.equal(statusOf(await readOrder(order.token)), 'review')
  })
}
