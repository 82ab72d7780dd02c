import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { holdStock } from '#domain/stock/stock-store'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import { createSession } from '#stripe/checkout-sessions'
import { breakStripe, listSessionRequests } from '#stripe/test-stripe'
import { newOrder, type OrderRequest } from './new-order.ts'
import { statusOf } from './order.ts'
import { insertOrder, type NewOrder } from './order-store.ts'
import { placeOrder } from './place-order.ts'
import { quote } from './quote.ts'
import { aRequest, placed, readOrder } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('While another process makes the session of an order, the order is left to it, and the next click finds the session', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const order = await placeElsewhere(request)
  await breakStripe({ fault: 'slow', ms: 4_000, times: 1 })
  const elsewhere = createSession({ ...order, orderId: order.id })
  await untilAsked(order)

  const refused = await placeOrder(request)

  assert.deepEqual(refused, { ok: false, problem: { code: 'payment-unavailable' } })
  assert.equal(statusOf(await readOrder(order.token)), 'open')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
  const made = await elsewhere
  assert.ok(made.ok)
  assert.equal(placed(await placeOrder(request)).sessionId, made.session.id)
})

// What another process has written before it asks Stripe.
async function placeElsewhere(request: OrderRequest): Promise<NewOrder> {
  const order = newOrder({ request, quoted: await quote(request), now: new Date() })
  await transaction(async (tx) => {
    await insertOrder(tx, order)
    await holdStock(tx, order.lines)
  })
  return order
}

async function untilAsked(order: NewOrder): Promise<void> {
  const deadline = Date.now() + 3_000
  while ((await listSessionRequests([order])).length === 0) {
    assert.ok(Date.now() < deadline, 'Stripe was not asked')
    await sleep(20)
  }
}
