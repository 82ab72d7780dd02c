import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard, post } from '../testing/pay.ts'

const price_data = { currency: 'usd', unit_amount: 1000, product_data: { name: 'Mug' } }
const line_items = [{ quantity: 3, price_data, adjustable_quantity: { enabled: true } }]

test('An order is not made smaller than its promotion code allows, until the code is taken away.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const { id: coupon } = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  await stripe.promotionCodes.create({
    code: 'LARGE',
    promotion: { type: 'coupon', coupon },
    restrictions: { minimum_amount: 2000, minimum_amount_currency: 'usd' },
  })
  const params = sessionParams({}, { line_items, allow_promotion_codes: true })
  const session = await stripe.checkout.sessions.create(params)
  const [item] = (await stripe.checkout.sessions.listLineItems(session.id)).data
  const quantity = (count: string) => ({ [`quantity-${item?.id}`]: count })
  const total = async () => (await stripe.checkout.sessions.retrieve(session.id)).amount_total
  const press = (fields: Record<string, string>) => post(session.url ?? '', fields)
  await press({ promotionCode: 'LARGE', change: 'apply-promotion' })
  const refused = await press({ ...quantity('1'), change: 'quantity' })
  assert.deepEqual([refused.status, await total()], [400, 2700])
  assert.match(refused.page, /minimum purchase of \$20\.00/)
  const fewer = { line_items: [{ id: item?.id ?? '', quantity: 1 }] }
  await assert.rejects(stripe.checkout.sessions.update(session.id, fewer), /minimum purchase of \$20\.00/)
  await press({ ...quantity('2'), change: 'quantity' })
  assert.equal(await total(), 1800)
  await press({ change: 'remove-promotion' })
  await press({ ...quantity('1'), change: 'quantity' })
  assert.equal(await total(), 1000)
})

test('A payment that begins anew with another total waits for a payment method, and names none.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams({}, { line_items }))
  await payWithCard(session, { cardNumber: '4000000000003220' })
  const [item] = (await stripe.checkout.sessions.listLineItems(session.id)).data
  await post(session.url ?? '', { [`quantity-${item?.id}`]: '1', change: 'quantity' })
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id)
  const intent = await stripe.paymentIntents.retrieve(idOf(payment_intent))
  assert.deepEqual([intent.amount, intent.status], [1000, 'requires_payment_method'])
  assert.deepEqual([intent.payment_method, intent.next_action], [null, null])
})
