import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { putOnSale, setPrice } from '#domain/catalogue/test-catalogue'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, transaction } from '#prisma/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import {
  breakStripe,
  listStripeRequests,
  mendStripe,
  payOnStripesPage,
  shopUrl,
  stripeUrl,
} from '#stripe/test-stripe'
import { sweep } from '../inbox/sweep.ts'
import type { OrderRequest } from './new-order.ts'
import { findOrderBySession } from './order-store.ts'
import { type Order, statusOf } from './order.ts'
import { placeOrder, type PlacedOrder } from './place-order.ts'
import { aPendingOrder, aRequest, ordersOf } from './test-orders.ts'

// What the shop says to the log of a Stripe that fails is not for those who read the tests.
beforeEach((t) => 'mock' in t && t.mock.method(console, 'error', () => {}))
after(closeDatabase)

const minute = 60_000

test('What Stripe is asked for is what the database says: prices, names in the language of the order, the order itself', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 3 }] })

  const { sessionId, url } = placed(await placeOrder(request))

  const order = await orderOf(sessionId)
  const { form, key } = await askedFor(order)
  assert.equal(key, order.idempotencyKey)
  assert.deepEqual(form, {
    mode: 'payment',
    client_reference_id: order.id,
    'metadata[order_id]': order.id,
    'payment_intent_data[metadata][order_id]': order.id,
    locale: 'en',
    'line_items[0][quantity]': '3',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '1200',
    'line_items[0][price_data][product_data][name]': 'Tea cup',
    'line_items[0][price_data][product_data][images][0]': `${shopUrl}/products/cup-960.jpg`,
    success_url: `${shopUrl}/en/success?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${shopUrl}/en/cancel`,
    expires_at: String(Math.floor(order.expiresAt.getTime() / 1000)),
  })
  assert.ok(url.startsWith(stripeUrl))
  assert.deepEqual(await stockOf(sku), { held: 3, sold: 0 })
  assert.equal(statusOf(order), 'open')
})

test('An order in Chinese pays in Chinese: names, the page, the way back', async () => {
  const sku = await putOnSale()

  const { sessionId } = placed(
    await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }], locale: 'zh-CN', currency: 'cny' })),
  )

  const { form } = await askedFor(await orderOf(sessionId))
  assert.equal(form['locale'], 'zh')
  assert.equal(form['line_items[0][price_data][product_data][name]'], '茶杯')
  assert.equal(form['line_items[0][price_data][currency]'], 'cny')
  assert.equal(form['line_items[0][price_data][unit_amount]'], '8800')
  assert.equal(form['success_url'], `${shopUrl}/zh-CN/success?session_id={CHECKOUT_SESSION_ID}`)
})

test('A currency without minor units is sent as it is: 1800 yen are 1800', async () => {
  const sku = await putOnSale()

  const { sessionId } = placed(
    await placeOrder(aRequest({ cart: [{ sku, quantity: 2 }], currency: 'jpy' })),
  )

  const order = await orderOf(sessionId)
  assert.equal((await askedFor(order)).form['line_items[0][price_data][unit_amount]'], '1800')
  assert.equal(order.total, 3600)
})

test('The session may be paid for more than the thirty minutes that Stripe wants, and not for an hour', async () => {
  const sku = await putOnSale()
  const before = Date.now()

  const { sessionId } = placed(await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] })))

  const { form } = await askedFor(await orderOf(sessionId))
  const life = Number(form['expires_at']) * 1000 - before
  assert.ok(life > 30 * minute && life < 60 * minute, String(life))
})

test('The price of the moment counts, and an order keeps the price it was placed at', async () => {
  const sku = await putOnSale()
  await setPrice(sku, 'usd', 1500)
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })

  const { sessionId } = placed(await placeOrder(request))
  await setPrice(sku, 'usd', 9900)

  const order = await orderOf(sessionId)
  assert.equal(order.total, 1500)
  assert.equal(order.lines[0]?.unitAmount, 1500)
})

test('The same shopper with the same cart gets the same session, with one order and one call to Stripe', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 2 }] })

  const first = await placeOrder(request)
  const second = await placeOrder(request)

  assert.deepEqual(second, first)
  assert.equal((await ordersOf(request.shopper)).length, 1)
  assert.equal(await callsFor(request), 1)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
})

test('Twenty clicks at once make one order, one session and one hold', async () => {
  const sku = await putOnSale({ quantity: 40 })
  const request = aRequest({ cart: [{ sku, quantity: 2 }] })

  const answers = await Promise.all(Array.from({ length: 20 }, () => placeOrder(request)))

  assert.equal(new Set(answers.map((answer) => placed(answer).sessionId)).size, 1)
  assert.equal((await ordersOf(request.shopper)).length, 1)
  assert.equal(await callsFor(request), 1)
  assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
})

test('Two clicks while Stripe is slow end in the same session', async () => {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }] })
  await breakStripe({ fault: 'slow', ms: 1500 })

  const answers = await Promise.all([placeOrder(request), placeOrder(request)])

  assert.equal(new Set(answers.map((answer) => placed(answer).sessionId)).size, 1)
  assert.equal(await callsFor(request), 1)
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

  const { idempotencyKey } = await orderOf(sessionId)
  const keys = (await listStripeRequests()).map(({ idempotency_key }) => idempotency_key)
  assert.equal(keys.filter((key) => key === idempotencyKey).length, 2)
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
  await aPendingOrder({ sku, shopper, opened: false, at: new Date(Date.now() - 3 * minute) })

  const answer = await placeOrder(aRequest({ cart: [{ sku, quantity: 1 }], shopper }))

  assert.ok(answer.ok)
  assert.equal(statusOf(await orderOf(placed(answer).sessionId)), 'open')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })
})

test('Less than Stripe takes is refused by Stripe, and nothing is held', async () => {
  // 404 jpy fen are above our own floor of 400, and Stripe converts by a rate that the shop does not know.
  const sku = await putOnSale({ prices: { jpy: 70 + 30 }, quantity: 3 })
  const request = aRequest({ cart: [{ sku, quantity: 1 }], currency: 'jpy' })

  const answer = await placeOrder(request)

  assert.ok(answer.ok)
})

const refusals: [title: string, offer: Parameters<typeof putOnSale>[0], quantity: number, code: string][] = [
  ['not sold in the currency', { prices: { cny: 100 } }, 1, 'not-sold-in-currency'],
  ['that is sold out', { quantity: 2 }, 3, 'sold-out'],
  ['worth less than cards are charged for', { prices: { usd: 49 } }, 1, 'amount-too-small'],
  [
    'worth more than one payment can be',
    { prices: { usd: 99_999_999 }, quantity: 5 },
    2,
    'amount-too-large',
  ],
]

for (const [title, offer, quantity, code] of refusals) {
  test(`A cart ${title} is refused before Stripe is asked or anything is held`, async () => {
    const sku = await putOnSale(offer)
    const request = aRequest({ cart: [{ sku, quantity }] })

    const answer = await placeOrder(request)

    assert.equal(answer.ok ? null : answer.problem.code, code)
    assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
    assert.equal((await ordersOf(request.shopper)).length, 0)
  })
}

test('An empty cart and a sku that does not exist are refused', async () => {
  const [empty, unknown] = [
    await placeOrder(aRequest({ cart: [] })),
    await placeOrder(aRequest({ cart: [{ sku: 'no-such-thing', quantity: 1 }] })),
  ]

  assert.deepEqual(empty, { ok: false, problem: { code: 'empty-cart' } })
  assert.deepEqual(unknown, { ok: false, problem: { code: 'unknown-sku', sku: 'no-such-thing' } })
})

test('Fifty shoppers at once for the last seven units: seven may pay, the others are told that it is sold out', async () => {
  const sku = await putOnSale({ quantity: 7 })

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => placeOrder(aRequest({ cart: [{ sku, quantity: 1 }] }))),
  )

  assert.equal(answers.filter(({ ok }) => ok).length, 7)
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))
  assert.deepEqual(problems, Array.from({ length: 43 }, () => ({ code: 'sold-out', sku, available: 0 })))
  assert.deepEqual(await stockOf(sku), { held: 7, sold: 0 })
})

test('When two shoppers want more than there is, the one who comes too late is told how much is left', async () => {
  const sku = await putOnSale({ quantity: 5 })

  const answers = await Promise.all(
    [1, 2].map(() => placeOrder(aRequest({ cart: [{ sku, quantity: 3 }] }))),
  )

  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))
  assert.deepEqual(problems, [{ code: 'sold-out', sku, available: 2 }])
})

function placed(answer: PlacedOrder): { sessionId: string; url: string } {
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer
}

async function orderOf(sessionId: string): Promise<Order> {
  const order = await findOrderBySession(sessionId)
  assert.ok(order)
  return order
}

async function askedFor(order: Order): Promise<{ form: Readonly<Record<string, string>>; key: string | null }> {
  const requests = await listStripeRequests()
  const [request, ...more] = requests.filter(({ form }) => form['client_reference_id'] === order.id)
  assert.ok(request)
  assert.equal(more.length, 0)
  return { form: request.form, key: request.idempotency_key }
}

async function callsFor({ shopper }: OrderRequest): Promise<number> {
  const ids = (await ordersOf(shopper)).map(({ id }) => id)
  const requests = await listStripeRequests()
  return requests.filter(({ form }) => ids.includes(form['client_reference_id'] ?? '')).length
}

async function stateAtStripe(sessionId: string): Promise<string> {
  const answer = await retrieveSession(sessionId)
  return answer.ok ? answer.session.status : answer.failure
}

async function setExpiry({ id }: Order, expiresAt: Date): Promise<void> {
  await transaction((tx) => tx.order.update({ where: { id }, data: { expiresAt } }))
}
