import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import Stripe from 'stripe'
import { startLocalStripe } from '../local-stripe/start-local-stripe.ts'
import { stripeFindings } from './stripe-findings.ts'

function clientAt(port: number): Stripe {
  return new Stripe('rk_test_of_the_doctor', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
  })
}

// Stripe's answers to a restricted key, by method and path; it refuses what is not among them.
async function stripeThatAllows(t: TestContext, allowed: Record<string, [status: number, body: object]>) {
  const server = createServer((request, response) => {
    const call = `${request.method} ${request.url?.split('?')[0]}`
    const error = { type: 'invalid_request_error', message: `no permission for ${call}` }
    const [status, body] = allowed[call] ?? [403, { error }]
    request.resume()
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  t.after(() => void server.close())
  await once(server, 'listening')
  return clientAt((server.address() as AddressInfo).port)
}

const list = { object: 'list', data: [{ id: 'cs_test_1' }], has_more: false }
const missing = { error: { type: 'invalid_request_error', message: 'Missing required param: line_items.' } }

test('A key that may do all there is to do has nothing to mend, and nothing is made by asking', async (t) => {
  const local = await startLocalStripe({ port: 0, data: ':memory:' })
  t.after(() => local.close())
  const client = clientAt(Number(new URL(local.url).port))
  assert.deepEqual(
    (await stripeFindings(client, '')).map(({ fix }) => fix),
    [null, null],
  )
  assert.equal((await client.checkout.sessions.list()).data.length, 0)
  await client.checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://shop.example/success',
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 1900, product_data: { name: 'Mug' } } },
    ],
  })
  assert.deepEqual(
    (await stripeFindings(client, '')).map(({ fix }) => fix),
    [null, null, null],
  )
})

test('A key that may only read Checkout Sessions is told which permissions it lacks', async (t) => {
  const client = await stripeThatAllows(t, { 'GET /v1/checkout/sessions': [200, list] })
  const [answers, opens, reads] = await stripeFindings(client, '')
  assert.equal(answers?.fix, null)
  for (const finding of [opens, reads]) {
    assert.match(finding?.fix ?? '', /no permission for (POST|GET) \/v1\/checkout\/sessions/)
    assert.match(finding?.fix ?? '', /Checkout Sessions: Write and PaymentIntents: Read/)
  }
})

test('A refusal for what is missing in the session shows that the key may open one', async (t) => {
  const client = await stripeThatAllows(t, {
    'GET /v1/checkout/sessions': [200, { ...list, data: [] }],
    'POST /v1/checkout/sessions': [400, missing],
  })
  assert.deepEqual(
    (await stripeFindings(client, '')).map(({ fix }) => fix),
    [null, null],
  )
})

test('Where nobody answers, the way on is told once', async () => {
  const found = await stripeFindings(clientAt(1), 'npm run local-stripe starts it')
  assert.equal(found.length, 1)
  assert.match(found[0]?.fix ?? '', /\(npm run local-stripe starts it\)$/)
})
