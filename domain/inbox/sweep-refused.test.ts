// A key that may not read all that a sweep reads.
import '#prisma/test-database'
import assert from 'node:assert/strict'
import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, mock, test } from 'node:test'
import { statusOf } from '#domain/orders/order'
import { readOrder } from '#domain/orders/test-orders'
import { closeDatabase } from '#prisma/client'
import { stripeUrl } from '#stripe/test-stripe'
import { anOrderPaidAtStripe, forgetOrders, nothing, refundAtStripe, sweepIn } from './test-sweeps.ts'

const log = mock.method(console, 'error', () => {})
let refused = ''
const refusal = JSON.stringify({ error: { type: 'invalid_request_error', message: 'no permission' } })

// In front of Stripe, which itself refuses nothing here.
const front = createServer((request, response) => {
  if (request.url?.startsWith(`/v1/${refused}?`)) {
    response.writeHead(403, { 'Content-Type': 'application/json' }).end(refusal)
    return
  }
  const { method, headers, url } = request
  const onward = forward(new URL(url ?? '', stripeUrl), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(response)
  })
  request.pipe(onward)
})
await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
process.env['STRIPE_API_BASE'] = `http://127.0.0.1:${(front.address() as AddressInfo).port}`

after(async () => {
  front.closeAllConnections()
  front.close()
  await closeDatabase()
})
beforeEach(forgetOrders)

for (const list of ['events', 'checkout/sessions', 'refunds', 'disputes']) {
  test(`A key that may not list ${list} keeps nothing else from being repaired, and is told to the log`, async () => {
    refused = ''
    const { order, paymentIntentId } = await anOrderPaidAtStripe()
    await refundAtStripe(paymentIntentId)
    refused = list

    const { failed, unanswered } = await sweepIn(3)

    assert.deepEqual({ failed, unanswered }, { failed: 1, unanswered: 0 })
    const status = statusOf(await readOrder(order.token))
    assert.equal(status, list === 'refunds' ? 'paid' : 'refunded')
    const told = JSON.stringify(log.mock.calls.at(-1)?.arguments.map(String))
    assert.match(told, /sweep: part failed/)
    assert.doesNotMatch(told, /sk_test/)
  })
}

test('What could not be compared is compared as soon as the key may', async () => {
  refused = ''
  const { order, paymentIntentId } = await anOrderPaidAtStripe()
  await refundAtStripe(paymentIntentId)
  refused = 'refunds'
  await sweepIn(3)
  refused = ''

  await sweepIn(4)

  assert.equal(statusOf(await readOrder(order.token)), 'refunded')
  assert.deepEqual(await sweepIn(4), nothing)
})
