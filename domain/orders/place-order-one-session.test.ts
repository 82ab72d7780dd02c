import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, type Transaction, transaction } from '#prisma/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import { payOnStripesPage } from '#stripe/test-stripe'
import { resumeSession } from './open-session.ts'
import { statusOf } from './order.ts'
import { placeOrder } from './place-order.ts'
import { aRequest, orderOf, placed } from './test-orders.ts'

// That a session which was paid meanwhile cannot be closed is told to the log, not to readers of test results.
mock.method(console, 'error', () => {})
after(closeDatabase)

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

test('In whatever order the database has its lines, an order sends Stripe what was sent first', async () => {
  const skus = [await putOnSale(), await putOnSale()]
  const request = aRequest({ cart: skus.map((sku, index) => ({ sku, quantity: index + 1 })) })
  const { sessionId } = placed(await placeOrder(request))
  const order = await orderOf(sessionId)
  await transaction((tx) => forgetSession(tx, sessionId))

  const forgotten = { ...order, sessionId: null, lines: order.lines.toReversed() }
  const resumed = await resumeSession(forgotten, new Date())

  assert.equal(resumed?.ok && resumed.sessionId, sessionId)
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

test('A, B and A again, clicked at once, lead the last click to the one session that can be paid', async () => {
  const [first, second] = [await putOnSale(), await putOnSale()]
  const ask = (sku: string) => placeOrder({ ...request, cart: [{ sku, quantity: 1 }] })
  const request = aRequest({ cart: [] })

  const [, other, last] = await Promise.all([ask(first), ask(second), ask(first)])

  assert.equal(await statusAtStripe(placed(last).sessionId), 'open')
  assert.equal(await statusAtStripe(placed(other).sessionId), 'expired')
})

test('A cart that is refused for its own fault closes nothing: the session in the other tab can still be paid', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  const { sessionId } = placed(await placeOrder(request))

  const refused = await placeOrder({ ...request, cart: [{ sku: 'no-such-thing', quantity: 1 }] })

  assert.deepEqual(refused, { ok: false, problem: { code: 'unknown-sku', sku: 'no-such-thing' } })
  assert.equal(await statusAtStripe(sessionId), 'open')
})

async function statusAtStripe(sessionId: string): Promise<string | null> {
  const answer = await retrieveSession(sessionId)
  return answer.ok ? answer.session.status : null
}

// As after a crash between Stripe's answer and the shop's note of it.
async function forgetSession(tx: Transaction, sessionId: string): Promise<void> {
  await tx.order.update({
    where: { sessionId },
    data: { sessionId: null, sessionUrl: null, session: 'none' },
    select: { id: true },
  })
}
