import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import { breakStripe, mendStripe, payOnStripesPage } from '#stripe/test-stripe'
import { chargedTotal } from './breakdown.ts'
import { abandonOrder, closeOrder, endLostSession } from './close-order.ts'
import { statusOf } from './order.ts'
import { rememberSession } from './order-store.ts'
import { placeOrder } from './place-order.ts'
import {
  aPendingOrder,
  aRequest,
  lineOf,
  orderOf,
  placed,
  readOrder,
  sessionOf,
  settle,
} from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('An order that was given up has given its units back, once', async () => {
  const sku = await putOnSale()
  const order = await aPendingOrder({ sku, quantity: 4, opened: false })
  await aPendingOrder({ sku, quantity: 1, opened: false })

  assert.equal(await abandonOrder(order.id), true)
  assert.equal(await abandonOrder(order.id), false)

  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
  assert.equal(statusOf(await readOrder(order.token)), 'expired')
})

test('An order whose session somebody was shown, or that was paid, cannot be given up', async () => {
  const [open, paid] = [await aPendingOrder(), await aPendingOrder({ opened: false })]
  await settle(sessionOf(paid))

  assert.equal(await abandonOrder(open.id), false)
  assert.equal(await abandonOrder(paid.id), false)
  assert.equal(await abandonOrder('AAAAA-AAAAA'), false)

  assert.deepEqual(await stockOf(lineOf(open).sku), { held: 1, sold: 0 })
  assert.deepEqual(await stockOf(lineOf(paid).sku), { held: 0, sold: 1 })
})

test('A session that arrives for an order which was given up is not remembered, so its url is shown to nobody', async () => {
  const order = await aPendingOrder({ opened: false })
  const { id, token } = order
  await abandonOrder(id)

  const session = { id, sessionId: 'cs_test_too_late', url: 'https://pay.example' }
  assert.equal(await transaction((tx) => rememberSession(tx, session)), false)
  assert.equal((await readOrder(token)).sessionId, null)
})

test('An order keeps the session it has when it is told of another', async () => {
  const { id, token, sessionId } = await aPendingOrder()

  const other = { id, sessionId: 'cs_test_other', url: 'https://pay.example/other' }
  assert.equal(await transaction((tx) => rememberSession(tx, other)), false)
  assert.equal((await readOrder(token)).sessionId, sessionId)
})

test('Closing an order closes its session at Stripe and gives the units back', async () => {
  const { sku, order } = await anOrderAtStripe()

  assert.equal(await closeOrder(order), true)
  assert.equal(await closeOrder(order), true)

  const answer = await retrieveSession(order.sessionId ?? '')
  assert.equal(answer.ok && answer.session.status, 'expired')
  assert.equal(statusOf(await readOrder(order.token)), 'expired')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('Closing an order that was paid meanwhile finds it paid', async () => {
  const { sku, order } = await anOrderAtStripe()
  await payOnStripesPage(order.sessionId ?? '')

  assert.equal(await closeOrder(order), true)

  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
})

test('Closing an order while Stripe is down leaves it as it is', async () => {
  const { sku, order } = await anOrderAtStripe()
  await breakStripe({ fault: '500', times: 4 })

  assert.equal(await closeOrder(order), false)

  await mendStripe()
  assert.equal(statusOf(await readOrder(order.token)), 'open')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('Closing an order that has come to have a session meanwhile is not said to be done', async () => {
  const order = await aPendingOrder()

  assert.equal(await closeOrder({ id: order.id, sessionId: null }), false)

  assert.equal(statusOf(await readOrder(order.token)), 'open')
})

test('Closing an order that has no session yet gives it up', async () => {
  const order = await aPendingOrder({ opened: false })

  assert.equal(await closeOrder(order), true)

  assert.equal(statusOf(await readOrder(order.token)), 'expired')
})

test('An order whose session Stripe does not know is expired, and a payment that comes after all is settled', async () => {
  const order = await aPendingOrder()

  assert.equal(await closeOrder(order), true)
  assert.equal(statusOf(await readOrder(order.token)), 'expired')
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 0 })

  await settle(sessionOf(order))
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
})

test('An order from before breakdowns whose session is lost while a bank is waited for does not come to nothing', async () => {
  const { id, token, total } = await aPendingOrder()
  const waiting = await settle(sessionOf(await readOrder(token), { payment: 'processing' }))
  const untold = { amountSubtotal: null, amountTotal: null }
  await transaction((tx) => tx.order.update({ where: { id }, data: untold }))

  await endLostSession(waiting ?? assert.fail())

  const lost = await readOrder(token)
  assert.deepEqual(lost.review, ['lost'])
  assert.equal(lost.breakdown, null)
  assert.equal(chargedTotal(lost), total)
})

async function anOrderAtStripe() {
  const sku = await putOnSale()
  const { sessionId } = placed(await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] })))
  return { sku, order: await orderOf(sessionId) }
}
