import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import { offerSeededRates } from '#domain/shipping/test-shipping'
import { closeDatabase } from '#prisma/client'
import { breakdownOf } from './session-charge.ts'
import { aPendingOrder, orderOf, sessionOf, settle } from './test-orders.ts'

// That an order is for review is told to the log, not to readers of test results.
mock.method(console, 'error', () => {})
before(offerSeededRates)
after(closeDatabase)

for (const [what, said] of Object.entries({
  'goods of another worth': { amountSubtotal: 1100, amountTotal: 1700 },
  'a total that does not add up': { amountTotal: 1799 },
  'more off than the goods are worth': { amountDiscount: 1201, amountTotal: 599 },
  'a tax that is less than was added': { amountTax: 10, amountTotal: 1811 },
}))
  test(`A payment with ${what} makes its order one for review`, async () => {
    const order = await settle(sessionOf(await aPendingOrder(), said))
    assert.deepEqual(order?.review, ['amount'])
  })

for (const [what, said] of Object.entries({
  'added to the prices': { amountTax: 228, amountTotal: 2028 },
  'included in them': { amountTax: 192, amountTotal: 1800 },
  'of both kinds': { amountTax: 300, amountTotal: 1900 },
}))
  test(`A tax ${what} is right`, async () => {
    const order = await settle(sessionOf(await aPendingOrder(), said))
    assert.deepEqual([order?.review, order?.breakdown?.tax], [[], said.amountTax])
  })

test('What a shopper paid in a currency of their own is kept beside what the shop is paid', async () => {
  const presentment = { amount: 1690, currency: 'eur' }
  const order = await settle(sessionOf(await aPendingOrder(), { presentment }))
  assert.deepEqual([order?.presentment, order?.review], [presentment, []])
  assert.deepEqual((await orderOf(order?.sessionId ?? '')).presentment, presentment)
})

test('Of two ways of shipping for the same price it is the chosen one that is named', async () => {
  const { shippingOffers, ...order } = await aPendingOrder()
  const free = { ...order, shippingOffers: shippingOffers.map((offer) => ({ ...offer, amount: 0 })) }
  const said = { ...sessionOf(free), shippingChoice: 1 }
  assert.equal(breakdownOf(free, said)?.shippingName, 'Express shipping')
  assert.equal(breakdownOf(free, { ...said, shippingChoice: null })?.shippingName, 'Standard shipping')
  assert.equal(breakdownOf(free, { ...said, status: 'open', payment: 'none' }), null)
})
