import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { type Order, statusOf } from '#domain/orders/order'
import { aPendingOrder, intentOf, readOrder, sessionOf, settle } from '#domain/orders/test-orders'
import { closeDatabase, reader } from '#prisma/client'
import { disputeJson, eventJson, refundJson, sessionJson } from '#stripe/test-events'
import { parseWebhookEvent } from '#stripe/webhook-event'
import { handledTypes } from './handlers.ts'
import { takeEvent } from './receive-event.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

for (const type of ['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated']) {
  test(`A ${type} event gives back what its refund says`, async () => {
    const order = await aPaidOrder()

    const state = await take(type, refundJson({ payment_intent: intentOf(order), amount: 200 }))

    assert.equal(state, 'applied')
    const { refunds } = await readOrder(order.token)
    assert.deepEqual(
      refunds.map(({ amount, status }) => ({ amount, status })),
      [{ amount: 200, status: 'succeeded' }],
    )
  })
}

test('A charge in the shape of older API versions gives back what all of its refunds say', async () => {
  const order = await aPaidOrder()
  const refunds = [500, 700].map((amount) => refundJson({ payment_intent: intentOf(order), amount }))

  assert.equal(await take('charge.refunded', chargeJson({ refunds: { data: refunds } })), 'applied')

  assert.equal(await statusNow(order), 'refunded')
})

for (const refunds of [{}, { refunds: null }, { refunds: { data: [] } }]) {
  test(`A refunded charge with ${JSON.stringify(refunds)}, as of today, tells nothing that its refunds do not`, async () => {
    assert.equal(await take('charge.refunded', chargeJson(refunds)), 'ignored')
  })
}

for (const word of ['created', 'updated', 'closed', 'funds_withdrawn', 'funds_reinstated']) {
  test(`A charge.dispute.${word} event says of the order what its dispute says`, async () => {
    const order = await aPaidOrder()

    const state = await take(`charge.dispute.${word}`, disputeJson({ payment_intent: intentOf(order) }))

    assert.equal(state, 'applied')
    assert.equal(await statusNow(order), 'disputed')
  })
}

test('Refunds and disputes that name no payment intent are kept and ignored', async () => {
  assert.equal(await take('refund.created', refundJson({ payment_intent: null })), 'ignored')
  assert.equal(await take('charge.dispute.created', disputeJson({ payment_intent: null })), 'ignored')
})

for (const object of [refundJson({ status: 'sent' }), refundJson({ amount: -1 }), disputeJson()]) {
  test(`A refund that cannot be read is kept for later: ${JSON.stringify(object).slice(40)}`, async () => {
    assert.equal(await take('refund.updated', object), 'pending')
  })
}

test('An order is paid when Stripe says that it was, however late the event comes', async () => {
  const order = await aPendingOrder()
  const { id, sessionId, total, currency } = order
  const object = sessionJson({ id: sessionId, client_reference_id: id, amount_total: total, currency })
  const body = eventJson('checkout.session.completed', object)
  await take('checkout.session.completed', object)
  await takeBody(JSON.stringify({ ...JSON.parse(body), created: 1_795_000_000 }))
  await take('checkout.session.completed', object)

  assert.deepEqual((await readOrder(order.token)).paidAt, new Date(1_795_000_000_000))
})

test('What no database can hold of a name is left out, and the rest is kept', async () => {
  const order = await aPendingOrder()
  const { id, sessionId, total, currency } = order
  const session = { id: sessionId, client_reference_id: id, amount_total: total, currency }
  const customer = { email: 'shopper\u0000@example.com', name: 'Nul\u0000 \ud800' }

  const object = sessionJson({ ...session, customer_details: customer })
  assert.equal(await take('checkout.session.completed', object), 'applied')

  const { email, customerName } = await readOrder(order.token)
  assert.deepEqual({ email, customerName }, { email: 'shopper@example.com', customerName: 'Nul \ufffd' })
})

test('The events that are handled can be asked for in one list: Stripe takes twenty types', () => {
  assert.ok(handledTypes.length <= 20)
  assert.equal(new Set(handledTypes).size, handledTypes.length)
})

async function aPaidOrder(): Promise<Order> {
  const order = await aPendingOrder()
  await settle(sessionOf(order))
  return order
}

function chargeJson(fields: Record<string, unknown>): Record<string, unknown> {
  return { id: 'ch_test_1', object: 'charge', payment_intent: 'pi_test_1', ...fields }
}

async function take(type: string, object: object): Promise<string | undefined> {
  return takeBody(eventJson(type, object))
}

async function takeBody(payload: string): Promise<string | undefined> {
  const event = parseWebhookEvent(payload) ?? assert.fail('no event')
  assert.equal(await takeEvent({ event, payload, at: new Date() }), 'stored')
  assert.equal(await takeEvent({ event, payload, at: new Date() }), 'repeated')
  return (await reader().inboxEvent.findUnique({ where: { id: event.id } }))?.state
}

async function statusNow({ token }: Order): Promise<string> {
  return statusOf(await readOrder(token))
}
