import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { holdStock } from '#domain/stock/stock-store'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import type { Session } from '#stripe/session'
import { abandonOrder } from './close-order.ts'
import { type Order, statusOf } from './order.ts'
import { aPendingOrder, expiredSessionOf, readOrder, sessionOf, settle } from './test-orders.ts'

after(closeDatabase)

test('A paid session makes its order paid, and its units sold', async () => {
  const order = await aPendingOrder({ quantity: 3 })
  const at = new Date('2026-11-20T10:00:00Z')

  await settle(sessionOf(order), at)

  const { sku } = lineOf(order)
  const { session, payment, amountPaid, paidAt, paymentIntentId, email, customerName, review, stock } =
    await readOrder(order.token)
  assert.deepEqual(
    { session, payment, amountPaid, paidAt, paymentIntentId, email, customerName, review, stock },
    {
      session: 'complete',
      payment: 'paid',
      amountPaid: order.total,
      paidAt: at,
      paymentIntentId: 'pi_test_1',
      email: 'shopper@example.com',
      customerName: 'Wang Fang',
      review: [],
      stock: 'sold',
    },
  )
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 3 })
})

test('However often it is told that it was paid, an order sells its units once and keeps its first date', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  const first = new Date('2026-11-20T10:00:00Z')
  const later = new Date('2026-11-21T10:00:00Z')

  await settle(sessionOf(order), first)
  await Promise.all(Array.from({ length: 20 }, () => settle(sessionOf(order), later)))

  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 2 })
  assert.deepEqual((await readOrder(order.token)).paidAt, first)
})

test('A session that expired gives its units back once, however often it says so', async () => {
  const sku = await putOnSale({ quantity: 5 })
  const order = await aPendingOrder({ sku, quantity: 3 })
  const other = await aPendingOrder({ sku, quantity: 2 })

  for (let time = 0; time < 3; time++) await settle(expiredSessionOf(order))

  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
  assert.equal(statusOf(await readOrder(order.token)), 'expired')
  assert.equal(statusOf(await readOrder(other.token)), 'open')
})

test('A session that is open still changes nothing', async () => {
  const order = await aPendingOrder({ quantity: 3 })

  const open = sessionOf(order, { status: 'open', payment: 'none', url: 'https://pay.example' })
  await settle({ ...open, paymentIntentId: null, email: null, customerName: null })

  assert.deepEqual(await readOrder(order.token).then(withoutRevision), withoutRevision(order))
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 3, sold: 0 })
})

test('A payment that comes after the expiry takes units anew when there are some left', async () => {
  const sku = await putOnSale({ quantity: 2 })
  const order = await aPendingOrder({ sku, quantity: 2 })
  await settle(expiredSessionOf(order))

  const settled = await settle(sessionOf(order))

  assert.equal(settled && statusOf(settled), 'paid')
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
  assert.deepEqual({ stock, review, payment }, { stock: 'missing', review: ['stock'], payment: 'paid' })
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
  assert.equal(statusOf(await readOrder(other.token)), 'open')
})

test('A late payment for two things of which one is gone takes neither', async () => {
  const [first, second] = [await putOnSale({ sku: 'late-a' }), await putOnSale({ sku: 'late-b', quantity: 1 })]
  const order = await aPendingOrder({ sku: second })
  await transaction((tx) => tx.orderLine.create({ data: { ...lineOf(order), sku: first, orderId: order.id } }))
  await transaction((tx) => holdStock(tx, [{ sku: first, quantity: 1 }]))
  await settle(expiredSessionOf(order))
  await aPendingOrder({ sku: second })

  await settle(sessionOf(order))

  assert.equal((await readOrder(order.token)).stock, 'missing')
  assert.deepEqual(await stockOf(first), { held: 0, sold: 0 })
  assert.deepEqual(await stockOf(second), { held: 1, sold: 0 })
})

test('While a bank takes its time the units stay held; when it says no they go back', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  const { sku } = lineOf(order)

  await settle(sessionOf(order, { payment: 'processing' }))
  assert.equal(statusOf(await readOrder(order.token)), 'processing')
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })

  await settle(sessionOf(order, { payment: 'failed' }))
  assert.equal(statusOf(await readOrder(order.token)), 'failed')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('A completion that arrives after an expiry wins: complete is the later word at Stripe', async () => {
  const order = await aPendingOrder()
  await settle(expiredSessionOf(order))

  await settle(sessionOf(order, { payment: 'processing' }))

  assert.equal((await readOrder(order.token)).session, 'complete')
})

test('An expiry that arrives after the payment changes nothing', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))
  const paid = await readOrder(order.token)

  await settle(expiredSessionOf(order))

  assert.deepEqual(await readOrder(order.token).then(withoutRevision), withoutRevision(paid))
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 1 })
})

test('A session of no order, or of an order this shop does not have, settles nothing', async () => {
  const order = await aPendingOrder()

  assert.equal(await settle(sessionOf(order, { orderId: null })), null)
  assert.equal(await settle(sessionOf(order, { orderId: 'AAAAA-AAAAA' })), null)

  assert.equal(statusOf(await readOrder(order.token)), 'open')
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
  [
    'wrong in every way',
    { amountTotal: 0, currency: '', rightMode: false },
    ['amount', 'currency', 'mode'],
  ],
]

for (const [title, said, review] of wrongPayments) {
  test(`A payment ${title} is for review, and says why`, async () => {
    const order = await aPendingOrder()

    const settled = await settle(sessionOf(order, said))

    assert.deepEqual(settled?.review, review)
    assert.equal(statusOf(await readOrder(order.token)), 'review')
  })
}

const lives: Record<string, Partial<Session>[]> = {
  'paid by card': [{}],
  'paid by bank': [{ payment: 'processing' }, {}],
  'refused by the bank': [{ payment: 'processing' }, { payment: 'failed' }],
  'paid after it expired': [{ status: 'expired', payment: 'none' }, {}],
  'refused, then paid, then expired': [
    { payment: 'processing' },
    { payment: 'failed' },
    {},
    { status: 'expired', payment: 'none' },
  ],
  'paid twice over': [{}, { id: 'cs_test_life_twice' }],
}

for (const [life, said] of Object.entries(lives)) {
  test(`An order ${life} comes out the same in whatever order that is told`, async () => {
    const outcomes = new Set<string>()

    for (const telling of permutations(said)) {
      const order = await aPendingOrder()
      for (const word of [...telling, telling[0]]) await settle(sessionOf(order, word))
      const { session, payment, amountPaid, review } = await readOrder(order.token)
      const { held, sold } = await stockOf(lineOf(order).sku)
      outcomes.add(JSON.stringify({ session, payment, amountPaid, review, held, sold }))
    }

    assert.equal(outcomes.size, 1, [...outcomes].join('\n'))
  })
}

function lineOf(order: Order) {
  const [line] = order.lines
  assert.ok(line)
  return line
}

function withoutRevision(order: Order): object {
  return { ...order, revision: null }
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
