import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FollowOrder } from '#domain/orders/follow-orders'
import type { OrderStatus } from '#domain/orders/order'
import { statusStream } from './status-stream.ts'

test('A stream says each status once, however often it is heard, and its last one ends it', async () => {
  const { follow, tell, left } = anOrder()
  const reading = readAll(statusStream({ known: { id: 'order', status: 'open' }, ended: left, follow }))

  for (const status of ['open', 'processing', 'processing', 'failed', 'paid'] as const) tell(status)

  assert.equal(await reading, 'data: open\n\ndata: processing\n\ndata: failed\n\n')
  assert.deepEqual(left.calls, ['unfollowed', 'ended'])
})

test('An order that waits for nothing any more is told at once, and then no more', async () => {
  const { follow, left } = anOrder()
  const stream = statusStream({ known: { id: 'order', status: 'paid' }, ended: left, follow })

  assert.equal(await readAll(stream), 'data: paid\n\n')
  assert.deepEqual(left.calls, ['unfollowed', 'ended'])
})

test('While nothing happens a stream shows that it is alive, and after a while it ends', async () => {
  const { follow, left } = anOrder()
  const patience = { heartbeatMs: 2, longestMs: 60 }
  const stream = statusStream({ known: { id: 'order', status: 'open' }, ended: left, follow, patience })

  assert.match(await readAll(stream), /^data: open\n\n(:\n\n)+$/)
  assert.deepEqual(left.calls, ['unfollowed', 'ended'])
})

test('A reader who goes away is followed no more, once', async () => {
  const { follow, tell, left } = anOrder()
  const stream = statusStream({ known: { id: 'order', status: 'open' }, ended: left, follow })

  await stream.cancel()
  tell('paid')

  assert.deepEqual(left.calls, ['unfollowed', 'ended'])
})

// An order that is followed by one, and what became of that.
function anOrder() {
  const calls: string[] = []
  const followers: ((status: OrderStatus) => void)[] = []
  const follow: FollowOrder = (_id, told) => {
    followers.push(told)
    return () => calls.push('unfollowed')
  }
  const left = Object.assign(() => void calls.push('ended'), { calls })
  return { follow, tell: (status: OrderStatus) => followers.forEach((told) => told(status)), left }
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text()
}
