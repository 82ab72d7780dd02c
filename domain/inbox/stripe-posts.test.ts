// Events as they come in truth: made, signed and posted by another server, while somebody pays.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { statusOf } from '#domain/orders/order'
import { placeOrder } from '#domain/orders/place-order'
import { readBack } from '#domain/orders/read-back'
import { aRequest, orderOf, placed } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase } from '#prisma/client'
import { expireSession } from '#stripe/checkout-sessions'
import { holdEvents, listenAt, payByDebit, payOnStripesPage } from '#stripe/test-stripe'
import { type Received, receiveEvent } from './receive-event.ts'

const received: Received[] = []
const shop = createServer((request, response) => {
  const signature = request.headers['stripe-signature']?.toString() ?? null
  void text(request)
    .then((body) => receiveEvent({ body, signature }))
    .then((word) => {
      received.push(word)
      response.writeHead(word === 'forged' ? 400 : 200).end()
    })
})
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
const { port } = shop.address() as AddressInfo
process.env['STRIPE_WEBHOOK_SECRET'] = await listenAt(`http://127.0.0.1:${port}/`)

after(async () => {
  shop.closeAllConnections()
  shop.close()
  await closeDatabase()
})

test('An order is paid by the time that Stripe sends its shopper back', async () => {
  const { sku, sessionId } = await aSessionToPay()

  await payOnStripesPage(sessionId)

  assert.equal(await statusIn(sessionId), 'paid')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
  assert.ok(!received.includes('forged'))
})

test('A session that is closed at Stripe gives its units back by itself', async () => {
  const { sku, sessionId } = await aSessionToPay()

  await expireSession(sessionId)

  await until(async () => (await statusIn(sessionId)) === 'expired')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('A debit is processing at first, and paid when the bank has spoken', async () => {
  const { sku, sessionId } = await aSessionToPay()

  await payByDebit(sessionId)
  assert.equal(await statusIn(sessionId), 'processing')
  assert.deepEqual(await stockOf(sku), { held: 1, sold: 0 })

  await until(async () => (await statusIn(sessionId)) === 'paid')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
})

test('A debit that the bank refuses ends the order, and its units go back on sale', async () => {
  const { sku, sessionId } = await aSessionToPay()

  await payByDebit(sessionId, 'AT861904300235473202')

  await until(async () => (await statusIn(sessionId)) === 'failed')
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 0 })
})

test('Events that come after the shopper has come back change nothing more than to tell Stripe’s time of it', async () => {
  const { sku, sessionId } = await aSessionToPay()
  await holdEvents(true)
  const paid = payOnStripesPage(sessionId)
  await until(async () => {
    const back = await readBack(sessionId)
    return typeof back === 'object' && statusOf(back.order) === 'paid'
  })
  const before = { order: await orderOf(sessionId), events: received.length }

  await holdEvents(false)
  await paid
  await until(() => received.length > before.events)

  const { paidAt, amountPaid, review } = await orderOf(sessionId)
  const paidBefore = before.order.paidAt
  assert.deepEqual({ amountPaid, review }, { amountPaid: 1100, review: [] })
  assert.ok(paidAt !== null && paidBefore !== null && paidAt <= paidBefore)
  assert.deepEqual(await stockOf(sku), { held: 0, sold: 1 })
})

async function aSessionToPay(): Promise<{ sku: string; sessionId: string }> {
  const sku = await putOnSale()
  const request = aRequest({ cart: [{ sku, quantity: 1 }], currency: 'eur' })
  return { sku, sessionId: placed(await placeOrder(request)).sessionId }
}

async function statusIn(sessionId: string): Promise<string> {
  return statusOf(await orderOf(sessionId))
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come about within ten seconds')
    await pause(20)
  }
}
