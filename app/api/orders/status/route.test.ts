import '#prisma/test-database'
import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { aPendingOrder, sessionOf, settle } from '#domain/orders/test-orders'
import { closeDatabase } from '#prisma/client'
import { addressHeader } from '../../../_doors/address-header.ts'
import { endAll } from '../../../_lib/status-stream.ts'
import { aRequestTo, problemOf } from '../../../_lib/requests/test-requests.ts'
import { GET } from './route.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

test('A page that waits is told the status now, then each change as it happens, and then no more', async () => {
  const order = await aPendingOrder()
  const answer = await ask({ session_id: order.sessionId ?? '' }, { stream: true })

  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  assert.match(answer.headers.get('cache-control') ?? '', /no-store, no-transform/)
  const events = eventsOf(answer)
  assert.equal((await events.next()).value, 'data: open\n\n')
  await settle(sessionOf(order, { payment: 'processing' }))
  assert.equal((await events.next()).value, 'data: processing\n\n')
  await settle(sessionOf(order))
  assert.equal((await events.next()).value, 'data: paid\n\n')
  assert.equal((await events.next()).done, true)
})

test('Whoever asks for no stream is told the status in one word, and nothing else of the order', async () => {
  const order = await aPendingOrder()
  await settle(sessionOf(order))

  for (const address of [{ token: order.token }, { session_id: order.sessionId ?? '' }]) {
    const answer = await ask(address)
    assert.equal(await answer.text(), 'paid')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  }
})

test('A made-up address is one of no order, whatever is in it', async () => {
  const { id, token } = await aPendingOrder()
  for (const address of [
    {},
    { token: '' },
    { token: id },
    { token: `${token}x` },
    { token: '🫖'.repeat(22) },
    { session_id: '\0' },
    { session_id: `%' OR 1=1 --` },
    { session_id: 'x'.repeat(10_000) },
  ])
    for (const stream of [true, false]) {
      const answer = await ask(address, { stream })
      assert.equal(answer.status, 404)
      assert.equal((await problemOf(answer))['code'], 'unknown-order')
    }
})

test('One address keeps ten streams open and no more; whoever goes away, or is sent away, makes room', async () => {
  const { token } = await aPendingOrder()
  const open = await Promise.all(
    Array.from({ length: 30 }, () => ask({ token }, { stream: true, from: 'one' })),
  )
  const streams = open.filter(({ status }) => status === 200)

  assert.equal(streams.length, 10)
  assert.equal(open.filter(({ status }) => status === 429).length, 20)
  await streams[0]?.body?.cancel()
  assert.equal((await ask({ token }, { stream: true, from: 'one' })).status, 200)
  endAll()
  assert.equal((await ask({ token }, { stream: true, from: 'one' })).status, 200)
  for (const { body } of streams.slice(1)) assert.equal((await body?.getReader().read())?.done, false)
  endAll()
})

test('Whoever goes away before the stream is read keeps no place, and whoever asks for a head alone takes none', async () => {
  const { token } = await aPendingOrder()
  const left = new AbortController()
  const early = { stream: true, from: 'early', signal: AbortSignal.abort() }
  const leaving = { stream: true, from: 'leaving', signal: left.signal }
  const head = { stream: true, from: 'head', method: 'HEAD' }
  for (let time = 0; time < 11; time += 1) {
    assert.equal((await ask({ token }, early)).status, 200)
    assert.equal((await ask({ token }, head)).status, 200)
    assert.equal((await ask({ token }, leaving)).status, time < 10 ? 200 : 429)
  }

  left.abort()

  assert.equal((await ask({ token }, { stream: true, from: 'leaving' })).status, 200)
  endAll()
})

test('When the shop stops, every stream ends', async () => {
  const { token } = await aPendingOrder()
  const events = eventsOf(await ask({ token }, { stream: true }))
  await events.next()

  endAll()

  assert.equal((await events.next()).done, true)
})

interface Asking {
  readonly stream?: boolean
  readonly from?: string
  readonly method?: string
  readonly signal?: AbortSignal
}

let asked = 0
function ask(address: Record<string, string>, asking: Asking = {}): Promise<Response> {
  const { stream = false, from, method = 'GET', signal = null } = asking
  asked += 1
  const headers = {
    Accept: stream ? 'text/event-stream' : '*/*',
    [addressHeader]: from ?? `203.0.113.${asked}`,
  }
  const request = aRequestTo(`/api/orders/status?${new URLSearchParams(address)}`, { method, headers })
  return GET(new Request(request, { signal }))
}

async function* eventsOf({ body }: Response): AsyncGenerator<string> {
  for await (const chunk of body ?? assert.fail('no stream')) yield Buffer.from(chunk).toString()
}
