import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { tell } from '#domain/inbox/test-tellings'
import { closeDatabase, reader } from '#prisma/client'
import { type Order, statusOf } from './order.ts'
import {
  aPendingOrder,
  intentOf,
  lineOf,
  mailsOf,
  readOrder,
  refundOf,
  sessionOf,
  settle,
  takeRefund,
} from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('A refund of a paid order is known of the order, and told to its shopper', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))

  assert.equal(await takeRefund(refundOf(order)), true)

  const { refunds } = await readOrder(order.token)
  assert.deepEqual(refunds, [refundOf(order)])
  assert.equal(await statusNow(order), 'refunded')
  assert.deepEqual(await mailsOf(order), ['receipt', `refund:re_${order.id}`])
})

test('A refund that is heard of before its payment waits for it, and is told once the payment is known', async () => {
  const order = await aPendingOrder()
  await takeRefund(refundOf(order, { amount: 1 }))

  assert.equal(await statusNow(order), 'open')
  assert.deepEqual(await mailsOf(order), [])
  const settled = await settle(sessionOf(order))

  assert.equal(settled && statusOf(settled), 'partially_refunded')
  assert.equal(await statusNow(order), 'partially_refunded')
  assert.deepEqual(await mailsOf(order), ['receipt', `refund:re_${order.id}`])
})

test('A refund that failed after it succeeded no longer counts; that it had been told stays', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))
  await takeRefund(refundOf(order))
  await takeRefund(refundOf(order, { status: 'failed' }))
  await takeRefund(refundOf(order))

  assert.equal(await statusNow(order), 'paid')
  assert.deepEqual(await mailsOf(order), ['receipt', `refund:re_${order.id}`])
})

test('A refund that is on its way, failed at once or was canceled is told to nobody', async () => {
  for (const status of ['pending', 'requires_action', 'failed', 'canceled'] as const) {
    const order = await aPendingOrder()
    await takeRefund(refundOf(order, { status }))
    await settle(sessionOf(order))
    await takeRefund(refundOf(order, { status }))

    assert.deepEqual(await mailsOf(order), ['receipt'], status)
  }
})

test('A refund of which success and failure are heard before the payment is told all the same, as in any other order', async () => {
  const at = new Date('2026-11-20T10:00:00Z')
  for (const statuses of [['succeeded', 'failed'] as const, ['failed', 'succeeded'] as const]) {
    const order = await aPendingOrder()
    for (const status of statuses) await tell(order, { word: { refund: { status } }, at })
    await tell(order, { word: { session: {} }, at })

    assert.equal(await statusNow(order), 'paid')
    assert.deepEqual(await mailsOf(order), ['receipt', `refund:re_${order.id}`])
  }
})

test('Several refunds of one payment are each told, and count together', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  await settle(sessionOf(order))

  for (const [number, amount] of [1000, 1000, 400].entries())
    await takeRefund(refundOf(order, { id: `re_${number}_${order.id}`, amount }))

  assert.equal(await statusNow(order), 'refunded')
  assert.equal((await mailsOf(order)).length, 4)
})

test('The message of a refund says how much, and of which order', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  await settle(sessionOf(order))
  await takeRefund(refundOf(order, { amount: 700 }))

  const kind = `refund:re_${order.id}`
  const mail = await reader().outboxMail.findUniqueOrThrow({
    where: { orderId_kind: { orderId: order.id, kind } },
  })

  const { recipient, locale, state } = mail
  assert.deepEqual(
    { recipient, locale, state },
    { recipient: 'shopper@example.com', locale: 'en', state: 'pending' },
  )
  const { name, quantity, unitAmount } = lineOf(order)
  assert.deepEqual(JSON.parse(mail.content), {
    token: order.token,
    currency: 'usd',
    total: 2400,
    charges: { subtotal: 2400, discount: 0, shipping: 0, shippingName: null, tax: 0, addedTax: 0 },
    lines: [{ name, quantity, unitAmount }],
    refund: 700,
  })
})

test('A refund of no payment intent is not the shop’s, and is not kept', async () => {
  assert.equal(await takeRefund({ ...refundOf(await aPendingOrder()), paymentIntentId: null }), false)
})

test('A refund of somebody else’s payment touches no order', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))

  assert.equal(await takeRefund(refundOf(order, { paymentIntentId: `pi_else_${order.id}` })), true)

  assert.equal(await statusNow(order), 'paid')
  assert.deepEqual(await mailsOf(order), ['receipt'])
})

test('A refund given back for a second session that was paid leaves the order as it was', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))
  const second = `pi_second_${order.id}`
  await settle(sessionOf(order, { id: `cs_second_${order.id}`, paymentIntentId: second }))
  await takeRefund(refundOf(order, { paymentIntentId: second }))

  assert.deepEqual((await readOrder(order.token)).refunds, [])
  assert.equal(await statusNow(order), 'review')
})

test('A payment and its refund at the same moment are both known, and each is told once', async () => {
  for (let time = 0; time < 10; time += 1) {
    const order = await aPendingOrder()

    await Promise.all([
      takeRefund(refundOf(order, { status: 'pending' })),
      settle(sessionOf(order, { payment: 'processing' })),
      takeRefund(refundOf(order)),
      settle(sessionOf(order)),
      takeRefund(refundOf(order)),
      settle(sessionOf(order)),
    ])

    assert.equal(await statusNow(order), 'refunded')
    assert.deepEqual(await mailsOf(order), ['receipt', `refund:re_${order.id}`])
  }
})

test('Twenty refunds of one payment at the same moment are all known, and each is told', async () => {
  const order = await aPendingOrder({ quantity: 1 })
  const numbers = Array.from({ length: 20 }, (_, number) => number)

  await Promise.all([
    settle(sessionOf(order)),
    ...numbers.map((number) => takeRefund(refundOf(order, { id: `re_${number}_${order.id}`, amount: 60 }))),
  ])

  const { refunds, amountPaid } = await readOrder(order.token)
  assert.equal(refunds.length, 20)
  assert.equal(amountPaid, 1200)
  assert.equal(await statusNow(order), 'refunded')
  assert.equal((await mailsOf(order)).length, 21)
})

test('Everything that can be told of one refund, at the same moment, comes to its last word', async () => {
  for (let time = 0; time < 5; time += 1) {
    const order = await aPendingOrder()
    const statuses = ['pending', 'requires_action', 'succeeded', 'failed'] as const

    await Promise.all([
      ...statuses.map((status) => takeRefund(refundOf(order, { status }))),
      settle(sessionOf(order)),
    ])

    const { refunds, paymentIntentId } = await readOrder(order.token)
    assert.equal(paymentIntentId, intentOf(order))
    assert.deepEqual(refunds, [refundOf(order, { status: 'failed', hasSucceeded: true })])
    assert.equal(await statusNow(order), 'paid')
  }
})

async function statusNow({ token }: Order): Promise<string> {
  return statusOf(await readOrder(token))
}
