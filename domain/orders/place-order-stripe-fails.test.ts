import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import { createSession } from '#stripe/checkout-sessions'
import { breakStripe, mendStripe, listSessionRequests } from '#stripe/test-stripe'
import { statusOf } from './order.ts'
import { placeOrder } from './place-order.ts'
import { aPendingOrder, aRequest, ordersOf, placed, orderOf } from './test-orders.ts'

// What the shop tells its log of a Stripe that fails is not for readers of test results.
mock.method(console, 'error', () => {})
after(closeDatabase)

test('Two clicks while Stripe is slow end in the same session', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  await breakStripe({ fault: 'slow', ms: 1500 })

  const answers = await Promise.all([placeOrder(request), placeOrder(request)])

  assert.equal(new Set(answers.map((answer) => placed(answer).sessionId)).size, 1)
  assert.equal((await listSessionRequests(await ordersOf(request.shopper))).length, 1)
})

const failures = ['500', '429', 'reset', '500-after-effect', 'reset-after-effect'] as const

for (const fault of failures) {
  test(`When Stripe fails (${fault}), nothing is held, and the next click works`, async () => {
    const sku = await putOnSale({ quantity: 1 })
    const request = aRequest({ cart: [{ sku, quantity: 1 }] })
    await breakStripe({ fault, times: 2 })

    const refused = await placeOrder(request)

    assert.deepEqual(refused, { ok: false, problem: { code: 'payment-unavailable' } })
    assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
    await mendStripe()
    assert.ok((await placeOrder(request)).ok)
    assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
  })
}

test('When Stripe fails once, the second try has the same key and makes the one session', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  await breakStripe({ fault: 'reset-after-effect' })

  const { sessionId } = placed(await placeOrder(request))

  const order = await orderOf(sessionId)
  const keys = (await listSessionRequests([order])).map((asked) => asked.idempotency_key)
  assert.deepEqual(keys, [order.idempotencyKey, order.idempotencyKey])
})

test('When Stripe hangs, the shopper is told so before long, and nothing is held', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const started = performance.now()
  await breakStripe({ fault: 'hang', times: 2 })

  const refused = await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] }))

  assert.deepEqual(refused, { ok: false, problem: { code: 'payment-unavailable' } })
  assert.ok(performance.now() - started < 15_000)
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('When Stripe is slower than the shop’s patience, nothing is held, and its late session is shown to nobody', async () => {
  const sku = await putOnSale({ quantity: 1 })
  await breakStripe({ fault: 'slow', ms: 7_000, times: 1 })

  const refused = await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] }))

  assert.deepEqual(refused, { ok: false, problem: { code: 'payment-unavailable' } })
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('A new cart waits for the old session: while Stripe cannot close it, nothing new is promised', async () => {
  const sku = await putOnSale({ quantity: 5 })
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const first = placed(await placeOrder(request))
  await breakStripe({ fault: '500', times: 4 })

  const refused = await placeOrder({ ...request, cart: [{ sku, quantity: 2 }] })

  await mendStripe()
  assert.deepEqual(refused, { ok: false, problem: { code: 'payment-unavailable' } })
  assert.equal(statusOf(await orderOf(first.sessionId)), 'open')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('A session that this Stripe account does not know does not keep its shopper from ordering', async () => {
  const order = await aPendingOrder()
  const [line] = order.lines
  assert.ok(line)
  const { sku } = line

  const answer = await placeOrder(aRequest({ cart: [{ sku, quantity: 10 }], shopper: order.shopper }))

  assert.ok(answer.ok)
  assert.deepEqual(await stockOf(sku), { held: 10, sold: 0 })
})

test('An order whose maker died before Stripe was asked is made anew by the next click', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const shopper = 'shopper-of-a-dead-process'
  await aPendingOrder({ sku, shopper, opened: false, at: new Date(Date.now() - 180_000) })

  const answer = await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }], shopper }))

  assert.ok(answer.ok)
  assert.equal(statusOf(await orderOf(placed(answer).sessionId)), 'open')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('An order whose maker died over an answer of 500, which Stripe keeps, is made anew by the next click', async () => {
  const sku = await putOnSale({ quantity: 1 })
  const shopper = 'shopper-of-a-process-that-died-of-500'
  const dead = await aPendingOrder({ sku, shopper, opened: false })
  await breakStripe({ fault: '500-after-effect' })
  assert.equal((await createSession({ ...dead, orderId: dead.id })).ok, false)

  const answer = await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }], shopper }))

  assert.ok(answer.ok)
  assert.notEqual((await orderOf(placed(answer).sessionId)).id, dead.id)
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})
