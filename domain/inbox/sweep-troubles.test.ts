import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, beforeEach, mock, test } from 'node:test'
import { aPendingOrder, lineOf, readOrder, sessionOf, settle } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { refuseUpdates } from '#prisma/test-obstacle'
import { breakStripe, mendStripe, payOnStripesPage } from '#stripe/test-stripe'
import { anOrderAtStripe, forgetOrders, nothing, sweepIn } from './test-sweeps.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)
beforeEach(forgetOrders)

test('An order whose units were taken away by hand is paid all the same, for review, and the others are repaired', async () => {
  const [first, second] = [await anOrderAtStripe(), await anOrderAtStripe()]
  for (const { order } of [first, second]) await payOnStripesPage(order.sessionId ?? '')
  await transaction((tx) => tx.stock.update({ where: { sku: first.sku }, data: { held: 0 } }))

  const { repairs, failed } = await sweepIn(3)

  assert.equal(failed, 0)
  assert.deepEqual(repairs.map(({ became }) => became).toSorted(), ['paid', 'review'])
  const { payment, review, stock } = await readOrder(first.order.token)
  assert.deepEqual({ payment, review, stock }, { payment: 'paid', review: ['stock'], stock: 'missing' })
})

test('An order that cannot even be read keeps no other from being repaired', async () => {
  await sweepIn(0)
  const [first, second] = [await anOrderAtStripe(), await anOrderAtStripe()]
  for (const { order } of [first, second]) await payOnStripesPage(order.sessionId ?? '')
  const allowUpdates = await refuseUpdates(first.order.id)

  const { repairs, failed } = await sweepIn(3)

  await allowUpdates()
  assert.equal(failed, 1)
  assert.deepEqual(repairs, [{ what: 'order', id: second.order.id, became: 'paid' }])
})

test('An order that cannot be understood keeps no other from being repaired', async () => {
  await sweepIn(0)
  const [first, second] = [await anOrderAtStripe(), await anOrderAtStripe()]
  for (const { order } of [first, second]) await payOnStripesPage(order.sessionId ?? '')
  await transaction((tx) => tx.order.update({ where: { id: first.order.id }, data: { locale: 'xx' } }))

  const { repairs, failed } = await sweepIn(3)

  assert.equal(failed, 1)
  assert.deepEqual(repairs, [{ what: 'order', id: second.order.id, became: 'paid' }])
})

test('An order that waits for a bank which Stripe knows nothing of has a month more; then a person must look, and nobody is told that it failed', async () => {
  const order = await aPendingOrder()
  const { sku } = lineOf(order)
  await settle(sessionOf(order, { payment: 'processing' }))

  assert.deepEqual(await sweepIn(29 * 24 * 60), { ...nothing, looked: 1 })
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })

  const { repairs } = await sweepIn(31 * 24 * 60)
  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'review' }])
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  assert.equal(await reader().outboxMail.count({ where: { orderId: order.id } }), 0)
})

test('When Stripe has not answered five times in a row, the rest is left to the next sweep', async () => {
  for (let orders = 0; orders < 7; orders += 1) await anOrderAtStripe()
  await breakStripe({ fault: '429', times: 100, path: '/v1/checkout/sessions' })

  const { looked, unanswered } = await sweepIn(3)

  await mendStripe()
  assert.deepEqual({ looked, unanswered }, { looked: 5, unanswered: 5 })
})

test('While Stripe is down, what can be done without it is done', async () => {
  const order = await aPendingOrder({ opened: false })
  await breakStripe({ fault: '429', times: 100 })

  const { repairs, unanswered } = await sweepIn(11)

  await mendStripe()
  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'abandoned' }])
  assert.equal(unanswered, 5)
})

test('More orders than fit one page of the list are all looked after', async () => {
  for (let placedOrders = 0; placedOrders < 101; placedOrders += 1) await aPendingOrder()

  const { looked, repairs } = await sweepIn(32)

  assert.equal(looked, 101)
  assert.equal(repairs.length, 101)
})
