import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { aPendingOrder, lineOf, readOrder } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader } from '#prisma/client'
import { eventJson, type SessionEventType, sessionJson, sign } from '#stripe/test-events'
import { receiveEvent, type Received } from './receive-event.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

type PendingOrder = Awaited<ReturnType<typeof aPendingOrder>>

test('A signed event is stored as it came, and applied', async () => {
  const order = await aPendingOrder({ quantity: 2 })
  const body = bodyOf(order, 'checkout.session.completed')
  const at = new Date()

  assert.equal(await receiveEvent({ body, signature: sign(body), at }), 'stored')

  const { id, created } = JSON.parse(body)
  assert.deepEqual(await storedEvent(body), {
    id,
    created,
    type: 'checkout.session.completed',
    objectId: order.sessionId,
    payload: body,
    receivedAt: at,
    state: 'applied',
    appliedAt: at,
    attempts: 0,
    error: null,
  })
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 2 })
})

test('An event that comes again is acknowledged and applied no second time', async () => {
  const order = await aPendingOrder()
  const body = bodyOf(order, 'checkout.session.completed')

  assert.equal(await receive(body), 'stored')
  assert.equal(await receive(body), 'repeated')

  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 1 })
})

test('The same event twenty times at once is stored once', async () => {
  const order = await aPendingOrder({ quantity: 3 })
  const body = bodyOf(order, 'checkout.session.completed')

  const received = await Promise.all(Array.from({ length: 20 }, () => receive(body)))

  assert.equal(received.filter((word) => word === 'stored').length, 1)
  assert.equal(received.filter((word) => word === 'repeated').length, 19)
  assert.deepEqual(await stockOf(lineOf(order).sku), { held: 0, sold: 3 })
})

test('A forged event is refused, and leaves no trace', async () => {
  const order = await aPendingOrder()
  const body = bodyOf(order, 'checkout.session.completed')

  for (const signature of [null, '', 't=1,v1=00', sign(`${body} `)])
    assert.equal(await receiveEvent({ body, signature }), 'forged')

  assert.equal(await storedEvent(body), null)
  assert.equal(statusOf(await readOrder(order.token)), 'open')
})

test('A replay of yesterday’s event is refused', async () => {
  const body = bodyOf(await aPendingOrder(), 'checkout.session.completed')
  const signature = sign(body)

  const at = new Date(Date.now() + 301_000)
  assert.equal(await receiveEvent({ body, signature, at }), 'forged')
})

test('What is signed and cannot be read as an event is refused without an error', async () => {
  for (const body of ['{', 'null', '{"object":"event"}']) assert.equal(await receive(body), 'forged')
})

for (const type of ['payment_intent.succeeded', 'a.type.of.next.year', 'constructor']) {
  test(`An event of the type ${type} is kept and changes no order`, async () => {
    const order = await aPendingOrder()
    const body = eventJson(type, saidOf(order))

    assert.equal(await receive(body), 'stored')

    assert.equal((await storedEvent(body))?.state, 'ignored')
    assert.equal(statusOf(await readOrder(order.token)), 'open')
  })
}

test('An event of an order that this shop does not have is kept and ignored', async () => {
  for (const order of [null, 'AAAAA-AAAAA']) {
    const body = eventJson('checkout.session.completed', sessionJson({ client_reference_id: order }))

    assert.equal(await receive(body), 'stored')
    assert.equal((await storedEvent(body))?.state, 'ignored')
  }
})

test('A payment in the other mode is not taken for a sale', async () => {
  const order = await aPendingOrder()

  await receive(bodyOf(order, 'checkout.session.completed', { livemode: true }))

  assert.deepEqual((await readOrder(order.token)).review, ['mode'])
})

test('A session that needs no payment is paid', async () => {
  const order = await aPendingOrder()

  await receive(bodyOf(order, 'checkout.session.completed', { payment_status: 'no_payment_required' }))

  assert.equal((await readOrder(order.token)).payment, 'paid')
})

test('An event that cannot be applied is kept for later and acknowledged: Stripe need not repeat it', async () => {
  const order = await aPendingOrder()
  const body = bodyOf(order, 'checkout.session.completed', { amount_total: 'twelve' })

  assert.equal(await receive(body), 'stored')
  assert.equal(await receive(body), 'repeated')

  const stored = await storedEvent(body)
  assert.equal(stored?.state, 'pending')
  assert.equal(stored?.attempts, 1)
  assert.match(stored?.error ?? '', /amount_total/)
  assert.equal(statusOf(await readOrder(order.token)), 'open')
})

interface Telling {
  readonly type: SessionEventType
  readonly said?: Record<string, unknown>
}
const unpaid = { payment_status: 'unpaid' }
const completed: Telling = { type: 'checkout.session.completed', said: unpaid }
const succeeded: Telling = { type: 'checkout.session.async_payment_succeeded' }
const failed: Telling = { type: 'checkout.session.async_payment_failed', said: unpaid }
const expired: Telling = { type: 'checkout.session.expired', said: { ...unpaid, status: 'expired' } }

const lives: [status: string, tellings: readonly Telling[]][] = [
  ['processing', [completed]],
  ['paid', [completed, succeeded]],
  ['failed', [completed, failed]],
  ['expired', [expired]],
  ['paid', [expired, completed, succeeded]],
  ['paid', [completed, failed, succeeded]],
  ['paid', [completed, failed, succeeded, expired]],
]

for (const [status, tellings] of lives) {
  const names = tellings.map(({ type }) => type.slice('checkout.session.'.length))
  test(`In whatever order they arrive, ${names.join(', ')} make an order ${status}`, async () => {
    for (const arrival of permutations(tellings)) {
      const order = await aPendingOrder()
      for (const { type, said } of arrival) await receive(bodyOf(order, type, said))
      assert.equal(statusOf(await readOrder(order.token)), status)
      const { sku } = lineOf(order)
      const kept = { paid: { held: 0, sold: 1 }, processing: { held: 1, sold: 0 } }[status]
      assert.deepEqual(await stockOf(sku), kept ?? { held: 0, sold: 0 })
    }
  })
}

function bodyOf(order: PendingOrder, type: SessionEventType, said: Record<string, unknown> = {}): string {
  return eventJson(type, saidOf(order, said))
}

function saidOf(order: PendingOrder, said: Record<string, unknown> = {}): Record<string, unknown> {
  return sessionJson({
    id: order.sessionId,
    client_reference_id: order.id,
    amount_total: order.total,
    currency: order.currency,
    ...said,
  })
}

function receive(body: string): Promise<Received> {
  return receiveEvent({ body, signature: sign(body) })
}

async function storedEvent(body: string) {
  const { id } = JSON.parse(body)
  return reader().inboxEvent.findUnique({ where: { id } })
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}
