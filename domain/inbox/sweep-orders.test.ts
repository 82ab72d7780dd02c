import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, beforeEach, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { statusOf } from '#domain/orders/order'
import { aPendingOrder, lineOf, readOrder, sessionOf, settle } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import { expireSession } from '#stripe/checkout-sessions'
import {
  breakStripe,
  listStripeRequests,
  mendStripe,
  payByDebit,
  payOnStripesPage,
} from '#stripe/test-stripe'
import { anOrderAtStripe, forgetOrders, inMinutes, nothing, sweepIn } from './test-sweeps.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)
beforeEach(forgetOrders)

test('A payment of which no webhook told is found, and told as a repair once', async () => {
  const { sku, order } = await anOrderAtStripe()
  await payOnStripesPage(order.sessionId ?? '')

  const swept = await sweepIn(3)

  assert.deepEqual(swept, {
    ...nothing,
    looked: 1,
    repairs: [{ what: 'order', id: order.id, became: 'paid' }],
  })
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
  assert.deepEqual(await sweepIn(3), nothing)
})

test('An expiry of which no webhook told is found, and the units go back on sale', async () => {
  const { sku, order } = await anOrderAtStripe()
  await expireSession(order.sessionId ?? '')

  const { repairs } = await sweepIn(3)

  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'expired' }])
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('An order that is open at Stripe too is left as it is', async () => {
  const { sku, order } = await anOrderAtStripe()

  assert.deepEqual(await sweepIn(3), { ...nothing, looked: 1 })

  assert.equal(statusOf(await readOrder(order.token)), 'open')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('An order of the last two minutes is not asked after: its shopper is just paying', async () => {
  const { sessionId } = await anOrderAtStripe()

  assert.deepEqual(await sweepIn(1), nothing)

  const asked = (await listStripeRequests()).filter(({ path }) => path.endsWith(`/${sessionId}`))
  assert.deepEqual(asked, [])
})

test('While Stripe does not answer nothing is repaired, and it is said how often that was', async () => {
  await sweepIn(0)
  const orders = [await anOrderAtStripe(), await anOrderAtStripe()]
  for (const { order } of orders) await payOnStripesPage(order.sessionId ?? '')
  await breakStripe({ fault: '429', times: 100, path: '/v1/checkout/sessions/' })

  assert.deepEqual(await sweepIn(3), { ...nothing, looked: 2, unanswered: 2 })

  await mendStripe()
  assert.equal((await sweepIn(3)).repairs.length, 2)
})

test('One order without an answer keeps no other from being repaired', async () => {
  await sweepIn(0)
  const [first, second] = [await anOrderAtStripe(), await anOrderAtStripe()]
  for (const { order } of [first, second]) await payOnStripesPage(order.sessionId ?? '')
  await breakStripe({ fault: '429', times: 2, path: `/v1/checkout/sessions/${first.order.sessionId}` })

  const { repairs, unanswered } = await sweepIn(3)

  await mendStripe()
  assert.equal(unanswered, 1)
  assert.deepEqual(repairs, [{ what: 'order', id: second.order.id, became: 'paid' }])
})

test('An order whose maker died before it had a session is given up after ten minutes, not before', async () => {
  const order = await aPendingOrder({ opened: false, quantity: 2 })
  const { sku } = lineOf(order)

  assert.deepEqual(await sweepIn(9), nothing)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })

  const { repairs } = await sweepIn(11)
  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'abandoned' }])
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  assert.deepEqual(await sweepIn(11), nothing)
})

test('Of a hundred and thirty such orders all have their turn, though the first hundred and ten break', async () => {
  const sku = await putOnSale({ quantity: 130 })
  const [before, at] = [inMinutes(-1), new Date()]
  for (let orders = 0; orders < 110; orders += 1) await aPendingOrder({ sku, opened: false, at: before })
  await transaction((tx) => tx.order.updateMany({ data: { locale: 'xx' } }))
  for (let orders = 0; orders < 20; orders += 1) await aPendingOrder({ sku, opened: false, at })

  const { looked, failed, repairs } = await sweepIn(11)

  assert.deepEqual({ looked, failed, repaired: repairs.length }, { looked: 130, failed: 110, repaired: 20 })
  assert.deepEqual(await stockOf(sku), { held: 110, sold: 0 })
  await transaction((tx) => tx.order.updateMany({ data: { locale: 'en' } }))
  assert.equal((await sweepIn(11)).repairs.length, 110)
})

test('A payment that a bank still works on is asked after until the bank has spoken', async () => {
  const { order } = await anOrderAtStripe()
  await payOnStripesPage(order.sessionId ?? '')
  await settle(sessionOf(order, { payment: 'processing' }))

  const { repairs } = await sweepIn(3)

  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'paid' }])
})

test('An order that goes on to wait for its bank while it is looked after is asked after once', async () => {
  const { order } = await anOrderAtStripe('eur')
  await payByDebit(order.sessionId ?? '')

  const { looked, repairs } = await sweepIn(3)

  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'processing' }])
  assert.equal(looked, 1)
})

test('An order whose session Stripe does not know has its full time, and is expired after it', async () => {
  const order = await aPendingOrder()
  const { sku } = lineOf(order)

  assert.deepEqual(await sweepIn(30), { ...nothing, looked: 1 })
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })

  const { repairs } = await sweepIn(32)
  assert.deepEqual(repairs, [{ what: 'order', id: order.id, became: 'expired' }])
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
  assert.deepEqual(await sweepIn(32), nothing)
})
