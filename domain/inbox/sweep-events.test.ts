// Events that Stripe could not deliver: many of them, and with Stripe failing in between.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, beforeEach, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { readOrder } from '#domain/orders/test-orders'
import { closeDatabase, reader, transaction } from '#prisma/client'
import { stripe } from '#stripe/client'
import { breakStripe, listenAt, listStripeRequests, mendStripe } from '#stripe/test-stripe'
import { handledTypes } from './handlers.ts'
import type { Repair } from './sweep.ts'
import {
  allRows,
  anOrderPaidAtStripe,
  forgetOrders,
  loseWebhooks,
  nothing,
  refundAtStripe,
  sweepIn,
} from './test-sweeps.ts'

mock.method(console, 'error', () => {})
await listenAt('http://127.0.0.1:9/nobody')
await loseWebhooks('drop')
after(closeDatabase)
beforeEach(forgetOrders)

const day = 24 * 60

test('Stripe can be asked for all events that mean something to the shop at once', () => {
  assert.ok(handledTypes.length <= 20)
})

test('When Stripe goes down in the middle of the list, what was listed is kept and the next sweep has the rest', async () => {
  await refundWithNews(150)
  await breakStripe({ fault: '429', times: 100, match: 'starting_after' })

  const { unanswered } = await sweepIn(0)

  assert.ok(unanswered >= 5)
  assert.equal(await known(), 100)
  await mendStripe()
  await sweepIn(0)
  assert.equal(await known(), await undelivered())
})

test('One lost answer in a long list does not cost the rest of it', async () => {
  await breakStripe({ fault: '429', times: 4, match: 'starting_after' })

  const { unanswered } = await sweepIn(0)

  await mendStripe()
  assert.equal(unanswered, 4)
  assert.equal(await known(), await undelivered())
})

test('Events from before the last list that was read to its end are listed a day longer, and then no more', async () => {
  await sweepIn(0)

  await forgetEvents()
  await sweepIn(2 * day)
  assert.equal(await known(), await undelivered())

  await forgetEvents()
  await sweepIn(2 * day)
  assert.equal(await known(), 0)
})

test('A list that was not read to its end is read from its beginning the next time, however late', async () => {
  await breakStripe({ fault: '429', times: 100, match: 'starting_after' })
  await sweepIn(0)
  assert.equal(await known(), 100)
  await mendStripe()

  await sweepIn(20 * day)

  assert.equal(await known(), await undelivered())
})

test('A time of the last list that lies in the future, by a clock that was ahead, is none', async () => {
  await sweepIn(20 * day)
  await forgetEvents()

  await sweepIn(5 * day)

  assert.equal(await known(), await undelivered())
})

test('While an event of the list cannot be read the list is not done with: a later version may read it', async () => {
  const odd = { data: [{ id: 'evt_odd', object: 'event' }], has_more: false }
  const list = mock.method(stripe().events, 'list', async () => odd)
  assert.equal((await sweepIn(2 * day)).failed, 1)
  list.mock.restore()

  await sweepIn(2 * day)

  assert.equal(await known(), await undelivered())
})

test('An event that cannot be applied is stored, tried again, and then told among the repairs', async () => {
  const { order } = await anOrderPaidAtStripe()
  await transaction((tx) => tx.order.update({ where: { id: order.id }, data: { locale: 'xx' } }))
  await sweepIn(0)
  const pending = await reader().inboxEvent.findFirstOrThrow({ where: { objectId: order.sessionId } })
  assert.equal(pending.state, 'pending')
  await transaction((tx) => tx.order.update({ where: { id: order.id }, data: { locale: 'en' } }))

  const { repairs } = await sweepIn(0)

  assert.deepEqual(repairs.toSorted(byWhat), [
    { what: 'event', id: pending.id, became: 'checkout.session.completed, applied' },
    { what: 'order', id: order.id, became: 'paid' },
  ])
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
})

test('A thousand undelivered events are all taken by one sweep, with a dozen questions', async () => {
  await refundWithNews(1_000)

  const { failed, unanswered } = await sweepIn(0)

  assert.deepEqual({ failed, unanswered }, { failed: 0, unanswered: 0 })
  const lists = await listsSinceLastWrite()
  const taken = await known()
  assert.ok(taken >= 1_000)
  assert.equal(taken, await undelivered())
  assert.ok(lists <= taken / 100 + 1)
  const rows = await allRows()
  assert.deepEqual(await sweepIn(0), nothing)
  assert.deepEqual(await allRows(), rows)
})

// Each piece of news makes an event, and that is quicker than as many payments.
async function refundWithNews(events: number): Promise<void> {
  const { paymentIntentId } = await anOrderPaidAtStripe()
  const { id } = await refundAtStripe(paymentIntentId)
  for (let news = 0; news < events; news += 25) {
    const tellings = Array.from({ length: 25 }, (_, more) => ({ news: String(news + more) }))
    await Promise.all(tellings.map((metadata) => stripe().refunds.update(id, { metadata })))
  }
}

async function known(): Promise<number> {
  return reader().inboxEvent.count()
}

async function forgetEvents(): Promise<void> {
  await transaction((tx) => tx.inboxEvent.deleteMany())
}

function byWhat(a: Repair, b: Repair): number {
  return a.what < b.what ? -1 : 1
}

async function undelivered(): Promise<number> {
  const events = stripe().events.list({ types: [...handledTypes], delivery_success: false, limit: 100 })
  let count = 0
  for await (const event of events) if (event) count += 1
  return count
}

async function listsSinceLastWrite(): Promise<number> {
  const requests = await listStripeRequests()
  const last = requests.findLastIndex(({ method }) => method === 'POST')
  return requests.slice(last + 1).filter(({ path }) => path === '/v1/events').length
}
