import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { aPendingOrder, readOrder } from '#domain/orders/test-orders'
import { closeDatabase, reader } from '#prisma/client'
import { lockDatabase } from '#prisma/test-lock'
import { eventJson, sessionJson, sign } from '#stripe/test-events'
import { aRequestTo, aStream, problemOf } from '../../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const limit = 262_144

test('A signed event is acknowledged once it is kept, and again when it comes again', async () => {
  const order = await aPendingOrder()
  const body = bodyOf(order)

  const [first, second] = [await POST(posted(body)), await POST(posted(body))]

  assert.deepEqual([first.status, await first.json()], [200, { received: 'stored' }])
  assert.deepEqual([second.status, await second.json()], [200, { received: 'repeated' }])
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
})

test('No origin and no cookie is asked of Stripe: the signature is what counts', async () => {
  const body = bodyOf(await aPendingOrder())
  const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }

  assert.equal((await POST(posted(body, { headers }))).status, 200)
  assert.equal((await POST(posted(body, { headers, signature: 't=1,v1=0' }))).status, 400)
})

for (const signature of ['', 't=1,v1=00', `t=${Math.floor(Date.now() / 1000)},v1=`]) {
  test(`An event with the signature “${signature}” is refused with 400, and not kept`, async () => {
    const order = await aPendingOrder()

    const answer = await POST(posted(bodyOf(order), { signature }))

    assert.equal(answer.status, 400)
    assert.equal((await problemOf(answer))['code'], 'forged')
    assert.equal(statusOf(await readOrder(order.token)), 'open')
  })
}

for (const text of ['', '{', 'null', '{"object":"event"}']) {
  test(`What is signed but no event (“${text}”) is refused with 400`, async () => {
    assert.equal((await POST(posted(text))).status, 400)
  })
}

test('Every byte counts: the same event written otherwise is refused', async () => {
  const body = bodyOf(await aPendingOrder())
  const signature = sign(body)

  for (const other of [` ${body}`, `${body}\n`, `\uFEFF${body}`, JSON.stringify(JSON.parse(body), null, 2)])
    assert.equal((await POST(posted(other, { signature }))).status, 400)
})

test('An event of the largest size is taken, and one byte more is not', async () => {
  assert.equal((await POST(posted(bodyOfSize(limit)))).status, 200)
  const answer = await POST(posted(bodyOfSize(limit + 1)))
  assert.equal(answer.status, 413)
  assert.equal((await problemOf(answer))['code'], 'too-large')
})

test('A body without end is cut off at the limit, before its signature is looked at', async () => {
  const { stream, taken } = aStream(50_000, 1024)

  const answer = await POST(aRequestTo('/api/webhooks/stripe', { body: stream }))

  assert.equal(answer.status, 413)
  assert.ok(taken() <= 258, String(taken()))
})

test('While the database is locked the event is not acknowledged: Stripe will send it again', async () => {
  const order = await aPendingOrder()
  const body = bodyOf(order)
  const lock = await lockDatabase(process.env['DATABASE_URL'] ?? '')

  const answer = await POST(posted(body))

  await lock.release()
  assert.equal(answer.status, 503)
  assert.equal(answer.headers.get('retry-after'), '30')
  assert.equal(await reader().inboxEvent.count({ where: { id: JSON.parse(body).id } }), 0)
  assert.equal((await POST(posted(body))).status, 200)
  assert.equal(statusOf(await readOrder(order.token)), 'paid')
})

test('An event that cannot be applied is acknowledged once it is kept, and says nothing of why', async () => {
  const order = await aPendingOrder()

  const answer = await POST(posted(bodyOf(order, { payment_status: 'stolen' })))

  assert.equal(answer.status, 200)
  assert.deepEqual(await answer.json(), { received: 'stored' })
  assert.equal(statusOf(await readOrder(order.token)), 'open')
})

function bodyOf(
  order: Awaited<ReturnType<typeof aPendingOrder>>,
  said: Record<string, unknown> = {},
): string {
  const { id, sessionId, total, currency } = order
  const session = { id: sessionId, client_reference_id: id, amount_total: total, currency }
  return eventJson('checkout.session.completed', sessionJson({ ...session, ...said }))
}

function bodyOfSize(bytes: number): string {
  const empty = eventJson('charge.updated', { id: 'ch_1', text: '' })
  return empty.replace('"text":""', `"text":"${'a'.repeat(bytes - empty.length)}"`)
}

function posted(
  body: string,
  { signature = sign(body), headers = {} }: { signature?: string; headers?: Record<string, string> } = {},
): Request {
  return aRequestTo('/api/webhooks/stripe', {
    body,
    headers: { 'Content-Type': 'application/json', ...headers, 'Stripe-Signature': signature },
  })
}
