import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import { listSessionRequests, payOnStripesPage } from '#stripe/test-stripe'
import { sweep } from '../inbox/sweep.ts'
import { statusOf, type Order } from './order.ts'
import { placeOrder } from './place-order.ts'
import { aRequest, ordersOf, placed, orderOf } from './test-orders.ts'

// That a session which was paid meanwhile cannot be closed is told to the log, not to readers of test results.
mock.method(console, 'error', () => {})
const minute = 60_000
after(closeDatabase)

test('The same shopper with the same cart gets the same session, with one order and one call to Stripe', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 2 }] })

  const first = await placeOrder(request)
  const second = await placeOrder(request)

  assert.deepEqual(second, first)
  assert.equal((await ordersOf(request.shopper)).length, 1)
  assert.equal((await listSessionRequests(await ordersOf(request.shopper))).length, 1)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
})

test('Twenty clicks at once make one order, one session and one hold', async () => {
  const sku = await putOnSale({ quantity: 40 })
  const request = aRequest({ cart: [{ sku, quantity: 2 }] })

  const answers = await Promise.all(Array.from({ length: 20 }, () => placeOrder(request)))

  assert.equal(new Set(answers.map((answer) => placed(answer).sessionId)).size, 1)
  assert.equal((await ordersOf(request.shopper)).length, 1)
  assert.equal((await listSessionRequests(await ordersOf(request.shopper))).length, 1)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
})

test('A page that shows an old total leads nobody to pay, though another one is on its way to be paid at once', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })

  const [today, old] = await Promise.all([1200, 1100].map((shown) => placeOrder({ ...request, shown })))

  assert.equal(today?.ok, true)
  assert.deepEqual(old, { ok: false, problem: { code: 'price-changed' } })
})

test('Two shoppers with the same cart have an order each', async () => {
  const sku = await putOnSale()
  const cart = [{ sku, quantity: 1 }]

  const [first, second] = [await placeOrder(aRequest({ cart })), await placeOrder(aRequest({ cart }))]

  assert.notEqual(placed(first).sessionId, placed(second).sessionId)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
})

test('Another cart of the same shopper closes the session before it and takes its units over', async () => {
  const sku = await putOnSale({ quantity: 5 })
  const request = aRequest({ cart: [{ sku, quantity: 4 }] })
  const first = placed(await placeOrder(request))

  const second = placed(await placeOrder({ ...request, cart: [{ sku, quantity: 5 }] }))

  assert.notEqual(second.sessionId, first.sessionId)
  assert.equal(await stateAtStripe(first.sessionId), 'expired')
  assert.equal(statusOf(await orderOf(first.sessionId)), 'expired')
  assert.deepEqual(await stockOf(sku), { held: 5, sold: 0 })
})

for (const changed of [{ currency: 'cny' }, { locale: 'zh-CN' }] as const) {
  test(`The same cart in another ${Object.keys(changed).join()} is another order`, async () => {
    const sku = await putOnSale({ quantity: 1 })
    const request = aRequest({ cart: [{ sku, quantity: 1 }] })
    const first = placed(await placeOrder(request))

    const second = placed(await placeOrder({ ...request, ...changed }))

    assert.equal(await stateAtStripe(first.sessionId), 'expired')
    assert.equal(await stateAtStripe(second.sessionId), 'open')
  })
}

test('A shopper who comes back when there is little time left to pay gets a new session', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const first = placed(await placeOrder(request, new Date(Date.now() - 30_000)))
  const order = await orderOf(first.sessionId)

  const inTime = await placeOrder(request, new Date(order.expiresAt.getTime() - 6 * minute))
  assert.equal(placed(inTime).sessionId, first.sessionId)

  await setExpiry(order, new Date(Date.now() + 4 * minute))
  const second = placed(await placeOrder(request))

  assert.notEqual(second.sessionId, first.sessionId)
  assert.equal(await stateAtStripe(first.sessionId), 'expired')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('What was paid meanwhile is kept, and the shopper may order the same again', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const first = placed(await placeOrder(request))
  await payOnStripesPage(first.sessionId)

  const other = placed(await placeOrder({ ...request, cart: [{ sku, quantity: 2 }] }))

  assert.equal(statusOf(await orderOf(first.sessionId)), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 1 })
  assert.notEqual(other.sessionId, first.sessionId)
})

test('A paid order is over: the same cart bought again is a new order', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const first = placed(await placeOrder(request))
  await payOnStripesPage(first.sessionId)
  await sweep(new Date(Date.now() + 3 * minute))

  const second = placed(await placeOrder(request))

  assert.notEqual(second.sessionId, first.sessionId)
  assert.equal((await ordersOf(request.shopper)).length, 2)
})

async function stateAtStripe(sessionId: string): Promise<string> {
  const answer = await retrieveSession(sessionId)
  return answer.ok ? answer.session.status : answer.failure
}

async function setExpiry({ id }: Order, expiresAt: Date): Promise<void> {
  await transaction((tx) => tx.order.update({ where: { id }, data: { expiresAt } }))
}
