// What shoppers choose on Stripe's page, over HTTP: shipping, discount codes, and what an order then came to.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { offerSeededRates, setShippingPrice } from '#domain/shipping/test-shipping'
import { closeDatabase } from '#prisma/client'
import { stripe } from '#stripe/client'
import { createSession, retrieveSession } from '#stripe/checkout-sessions'
import {
  applyCodeOnStripesPage,
  chooseShippingOnStripesPage,
  listSessionRequests,
  payOnStripesPage,
} from '#stripe/test-stripe'
import { chargedTotal } from './breakdown.ts'
import type { OrderRequest } from './new-order.ts'
import { openSession } from './open-session.ts'
import { type Order, statusOf } from './order.ts'
import { placeOrder } from './place-order.ts'
import { readBack } from './read-back.ts'
import { aPendingOrder, aRequest, mailsOf, orderOf, placed, settle } from './test-orders.ts'

// That an order is for review is told to the log, not to readers of test results.
mock.method(console, 'error', () => {})
before(offerSeededRates)
after(closeDatabase)

test('Stripe’s page offers every way of shipping in the order’s language and currency, free from the threshold on', async () => {
  const sku = await putOnSale({ prices: { cny: 20000 } })
  const request = { locale: 'zh-CN', currency: 'cny' } as const
  const few = await formOf(await place({ cart: [{ sku, quantity: 1 }], ...request }))
  const many = await formOf(await place({ cart: [{ sku, quantity: 2 }], ...request }))

  assert.deepEqual(
    Object.entries(few).filter(([name]) => name.startsWith('shipping_options')),
    [
      ...optionOf(0, { name: '标准配送', amount: 1200, days: [3, 6] }),
      ...optionOf(1, { name: '特快配送', amount: 2800, days: [1, 2] }),
    ],
  )
  assert.equal(many['shipping_options[0][shipping_rate_data][fixed_amount][amount]'], '0')
  assert.equal(many['shipping_options[1][shipping_rate_data][fixed_amount][amount]'], '2800')
})

test('An order with a discount code and express shipping keeps what was charged to the cent, and where it goes', async () => {
  await makeCode('TENOFF', { percent_off: 10 })
  const { sessionId } = await place({ cart: [{ sku: await putOnSale(), quantity: 2 }] })
  await chooseShippingOnStripesPage(sessionId, 1)
  assert.equal(await applyCodeOnStripesPage(sessionId, 'tenoff'), true)
  assert.equal((await readNow(sessionId)).breakdown, null)
  await payOnStripesPage(sessionId)

  const order = await readNow(sessionId)

  const breakdown = { subtotal: 2400, discount: 240, shipping: 1500, tax: 0, total: 3660 }
  assert.deepEqual(order.breakdown, { ...breakdown, shippingName: 'Express shipping' })
  assert.deepEqual([order.total, chargedTotal(order), order.amountPaid], [2400, 3660, 3660])
  const city = { line1: 'Hauptstraße 1', line2: null, city: 'Berlin', state: null, country: 'DE' }
  assert.deepEqual(order.shippingAddress, { name: 'Wang Fang', ...city, postalCode: '10115' })
  assert.deepEqual([statusOf(order), order.review, order.presentment], ['paid', [], null])
  assert.deepEqual(await mailsOf(order), ['receipt'])
})

test('An order that a code makes free is paid with nothing, needs no payment, and gets a receipt', async () => {
  await makeCode('ALLFREE', { percent_off: 100 })
  const sku = await putOnSale({ prices: { usd: 6000 } })
  const { sessionId } = await place({ cart: [{ sku, quantity: 1 }] })
  assert.equal(await applyCodeOnStripesPage(sessionId, 'ALLFREE'), true)
  await payOnStripesPage(sessionId)

  const order = await readNow(sessionId)

  assert.deepEqual([statusOf(order), order.amountPaid, order.paymentIntentId], ['paid', 0, null])
  assert.deepEqual([order.breakdown?.discount, order.breakdown?.total, chargedTotal(order)], [6000, 0, 0])
  assert.deepEqual([order.review, order.stock], [[], 'sold'])
  assert.deepEqual(await mailsOf(order), ['receipt'])
})

test('A code that is unknown, used up or for more than the cart takes nothing off', async () => {
  await makeCode('ONCE', { percent_off: 50, max_redemptions: 1 })
  await makeCode('BIGCARTS', { percent_off: 50 }, { minimum_amount: 99_900, minimum_amount_currency: 'usd' })
  const cart = [{ sku: await putOnSale(), quantity: 1 }]
  const first = await place({ cart })
  assert.equal(await applyCodeOnStripesPage(first.sessionId, 'ONCE'), true)
  await payOnStripesPage(first.sessionId)

  const { sessionId } = await place({ cart })
  for (const code of ['ONCE', 'BIGCARTS', 'NO SUCH <b>'])
    assert.equal(await applyCodeOnStripesPage(sessionId, code), false, code)
  await payOnStripesPage(sessionId)

  const order = await readNow(sessionId)
  assert.deepEqual([order.breakdown?.discount, order.breakdown?.total, order.review], [0, 1800, []])
})

test('What an order was offered does not follow a later price: the same order asks Stripe for the same', async () => {
  const order = await aPendingOrder({ opened: false })
  const first = placed(await openSession(order))
  await setShippingPrice('standard', 'usd', 999)
  const second = placed(await openSession(order))
  await setShippingPrice('standard', 'usd', 600)

  assert.equal(second.sessionId, first.sessionId)
  const [one, two] = await listSessionRequests([order])
  assert.deepEqual(one?.form, two?.form)
})

test('A shopper who clicks again after the price of shipping changed is asked the new one', async () => {
  const request = aRequest({ cart: [{ sku: await putOnSale(), quantity: 1 }] })
  const earlier = placed(await placeOrder(request))
  await setShippingPrice('express', 'usd', 1600)
  const changed = placed(await placeOrder(request))
  await setShippingPrice('express', 'usd', 1500)

  assert.notEqual(changed.sessionId, earlier.sessionId)
  assert.equal((await orderOf(changed.sessionId)).shippingOffers[1]?.amount, 1600)
  assert.equal(statusOf(await orderOf(earlier.sessionId)), 'expired')
})

test('Shipping that was never offered to the order makes it one for review, without a receipt', async () => {
  const order = await aPendingOrder({ opened: false })
  const shippingOffers = order.shippingOffers.map((offer) => ({ ...offer, amount: 1 }))
  const made = await createSession({ ...order, orderId: order.id, shippingOffers })
  assert.ok(made.ok)
  await payOnStripesPage(made.session.id)
  const told = await retrieveSession(made.session.id)
  assert.ok(told.ok)
  const paid = await settle(told.session)

  assert.ok(paid)
  assert.deepEqual([statusOf(paid), paid.review], ['review', ['shipping']])
  assert.equal(paid.breakdown?.shippingName, null)
  assert.deepEqual(await mailsOf(paid), [])
})

async function place(request: Partial<OrderRequest> & Pick<OrderRequest, 'cart'>) {
  return placed(await placeOrder(aRequest(request)))
}

async function formOf({ sessionId }: { sessionId: string }): Promise<Readonly<Record<string, string>>> {
  const [asked] = await listSessionRequests([await orderOf(sessionId)])
  return asked?.form ?? {}
}

function optionOf(index: number, of: { name: string; amount: number; days: [number, number] }) {
  const data = `shipping_options[${index}][shipping_rate_data]`
  const [from, to] = of.days
  return Object.entries({
    [`${data}[type]`]: 'fixed_amount',
    [`${data}[display_name]`]: of.name,
    [`${data}[fixed_amount][amount]`]: String(of.amount),
    [`${data}[fixed_amount][currency]`]: 'cny',
    [`${data}[delivery_estimate][minimum][unit]`]: 'business_day',
    [`${data}[delivery_estimate][minimum][value]`]: String(from),
    [`${data}[delivery_estimate][maximum][unit]`]: 'business_day',
    [`${data}[delivery_estimate][maximum][value]`]: String(to),
  })
}

type Coupon = { percent_off: number; max_redemptions?: number }
type Restrictions = { minimum_amount: number; minimum_amount_currency: string }

async function makeCode(code: string, coupon: Coupon, restrictions?: Restrictions): Promise<void> {
  const { id } = await stripe().coupons.create({ ...coupon, duration: 'once' })
  await stripe().promotionCodes.create({
    code,
    promotion: { type: 'coupon', coupon: id },
    ...(restrictions && { restrictions }),
  })
}

async function readNow(sessionId: string): Promise<Order> {
  const back = await readBack(sessionId)
  assert.ok(typeof back === 'object' && back.fresh)
  return back.order
}
