import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader } from '#prisma/client'
import { lockDatabase } from '#prisma/test-lock'
import { settings } from '#env'
import { expireSession } from '#stripe/checkout-sessions'
import { stripe } from '#stripe/client'
import { breakStripe, listStripeRequests, mendStripe, payOnStripesPage } from '#stripe/test-stripe'
import { type Order, statusOf } from './order.ts'
import { findOrderByToken } from './order-store.ts'
import { placeOrder } from './place-order.ts'
import { readBack } from './read-back.ts'
import { aRequest, orderOf, placed } from './test-orders.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('The page that a shopper comes back to settles the order, before any webhook', async () => {
  const { sku, sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)

  const back = await readBack(sessionId)

  assert.deepEqual(told(back), { status: 'paid', fresh: true })
  assert.equal(statusOf(await orderOf(sessionId)), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
})

test('Who and how much was paid comes from Stripe', async () => {
  const { sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)
  const at = new Date('2026-11-20T10:00:00Z')

  await readBack(sessionId, () => at)

  const { email, customerName, amountPaid, paymentIntentId, paidAt, review } = await orderOf(sessionId)
  assert.deepEqual(
    { email, customerName, amountPaid, paidAt, review },
    { email: 'shopper@example.com', customerName: 'Wang Fang', amountPaid: 1200, paidAt: at, review: [] },
  )
  assert.match(paymentIntentId ?? '', /^pi_/)
})

test('Reading back ten times at once settles once', async () => {
  const { sku, sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)

  await Promise.all(Array.from({ length: 10 }, () => readBack(sessionId)))

  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
})

test('A session that nobody paid yet is read back as open, and nothing moves', async () => {
  const { sku, sessionId } = await aSessionToPay()

  assert.deepEqual(told(await readBack(sessionId)), { status: 'open', fresh: true })

  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('A session that expired is read back as expired, and gives its units back', async () => {
  const { sku, sessionId } = await aSessionToPay()
  await expireSession(sessionId)

  assert.deepEqual(told(await readBack(sessionId)), { status: 'expired', fresh: true })

  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('A card that is declined leaves the order open: the shopper may try another', async () => {
  const { sessionId } = await aSessionToPay()
  await assert.rejects(payOnStripesPage(sessionId, '4000000000000002'))

  assert.deepEqual(told(await readBack(sessionId)), { status: 'open', fresh: true })

  await payOnStripesPage(sessionId)
  assert.deepEqual(told(await readBack(sessionId)), { status: 'paid', fresh: true })
})

const made = [
  'cs_test_',
  'cs_live_abc!',
  'pi_123',
  '',
  '../v1/accounts',
  'cs_test_a/../../x',
  `cs_test_${'a'.repeat(300)}`,
]

for (const id of made) {
  test(`“${id.slice(0, 24)}” is no session’s id, and Stripe is not even asked`, async () => {
    const before = await allRequests()

    assert.equal(await readBack(id), 'not-found')

    assert.equal(await allRequests(), before)
  })
}

test('A session that Stripe does not know is not found', async () => {
  assert.equal(await readBack('cs_test_a1nobodyhasthis'), 'not-found')
})

test('Whatever stands in an address for a session or a token is looked for without harm', async () => {
  for (const odd of ['', '\u0000', 'cs_test_\u0000', '\uD800', '茶杯', "' OR 1=1 --", 'x'.repeat(100_000)]) {
    assert.equal(await readBack(odd), 'not-found')
    assert.equal(await findOrderByToken(odd), null)
  }
})

test('A session of the same account that belongs to no order of the shop is not found', async () => {
  const { id } = await stripe().checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://elsewhere.example',
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Ticket' } } },
    ],
  })

  assert.equal(await readBack(id), 'not-found')
})

test('While Stripe is down an order that was open is not called unpaid, for it may be paid by now', async () => {
  const { sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)
  await breakStripe({ fault: '500', times: 2 })

  const back = await readBack(sessionId)

  await mendStripe()
  assert.equal(back, 'unavailable')
  assert.deepEqual(told(await readBack(sessionId)), { status: 'paid', fresh: true })
})

test('While Stripe is down a paid order is told as paid, and that this is how it was known', async () => {
  const { sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)
  await readBack(sessionId)
  await breakStripe({ fault: '500', times: 2 })

  const back = await readBack(sessionId)

  await mendStripe()
  assert.deepEqual(told(back), { status: 'paid', fresh: false })
})

test('A session that the shop does not know is not found, and Stripe is not asked: guesses cost nothing', async () => {
  const before = (await listStripeRequests()).length

  assert.equal(await readBack('cs_test_a1unknown'), 'not-found')

  assert.equal((await listStripeRequests()).length, before)
})

test('A second reading of what is known already writes nothing', async () => {
  const { sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)
  await readBack(sessionId)
  const before = await revisionOf(sessionId)

  assert.deepEqual(told(await readBack(sessionId)), { status: 'paid', fresh: true })

  assert.equal(await revisionOf(sessionId), before)
})

test('A shopper who has paid is told so even while the database cannot be written', async () => {
  const { sessionId } = await aSessionToPay()
  await payOnStripesPage(sessionId)
  const lock = await lockDatabase(settings().databaseUrl)

  const back = await readBack(sessionId)

  await lock.release()
  assert.deepEqual(told(back), { status: 'paid', fresh: true })
  assert.deepEqual(told(await readBack(sessionId)), { status: 'paid', fresh: true })
})

async function revisionOf(sessionId: string): Promise<number | undefined> {
  const row = await reader().order.findUnique({ where: { sessionId }, select: { revision: true } })
  return row?.revision
}

async function aSessionToPay(): Promise<{ sku: string; sessionId: string }> {
  const sku = await putOnSale()
  const { sessionId } = placed(await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] })))
  return { sku, sessionId }
}

function told(back: { order: Order; fresh: boolean } | string): object {
  assert.ok(typeof back === 'object')
  return { status: statusOf(back.order), fresh: back.fresh }
}

async function allRequests(): Promise<number> {
  return (await listStripeRequests()).length
}
