import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, type Transaction, transaction } from '#prisma/client'
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

test('Carts that differ in their order alone are one attempt, and a second try sends Stripe what the first one sent', async () => {
  const [first, second] = [await putOnSale(), await putOnSale()]
  const [a, b] = [
    { sku: first, quantity: 1 },
    { sku: second, quantity: 2 },
  ]
  const request = aRequest({ cart: [b, a] })
  const { sessionId } = placed(await placeOrder(request))

  assert.equal(placed(await placeOrder({ ...request, cart: [a, b] })).sessionId, sessionId)

  await transaction((tx) => forgetSession(tx, sessionId))
  assert.equal(placed(await placeOrder(request)).sessionId, sessionId)
})

test('Two carts of one shopper at once leave one session that can be paid', async () => {
  const skus = [await putOnSale(), await putOnSale(), await putOnSale()]
  const request = aRequest({ cart: [] })

  const answers = await Promise.all(
    skus.map((sku) => placeOrder({ ...request, cart: [{ sku, quantity: 1 }] })),
  )

  const sessions = await Promise.all(answers.map((answer) => retrieveSession(placed(answer).sessionId)))
  const open = sessions.filter((answer) => answer.ok && answer.session.status === 'open')
  assert.equal(open.length, 1)
})

test('A price that changed while the session was open is not paid: the session is closed and made anew', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const first = placed(await placeOrder(request))
  await transaction((tx) => tx.price.updateMany({ where: { sku }, data: { amount: { increment: 1000 } } }))

  const second = placed(await placeOrder(request))

  assert.notEqual(second.sessionId, first.sessionId)
  const [old, fresh] = [await orderOf(first.sessionId), await orderOf(second.sessionId)]
  assert.equal(statusOf(old), 'expired')
  assert.equal(fresh.total, old.total + 1000)
})

test('A cart that was paid is a new order, even before any webhook has told of the payment', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const first = placed(await placeOrder(request))
  await payOnStripesPage(first.sessionId)

  const second = placed(await placeOrder(request))

  assert.notEqual(second.sessionId, first.sessionId)
  assert.equal(statusOf(await orderOf(first.sessionId)), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 1 })
})

// As after a crash between Stripe's answer and the shop's note of it.
async function forgetSession(tx: Transaction, sessionId: string): Promise<void> {
  await tx.order.update({
    where: { sessionId },
    data: { sessionId: null, sessionUrl: null, session: 'none' },
    select: { id: true },
  })
}
