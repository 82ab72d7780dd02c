import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { test, type TestContext } from 'node:test'
import type { Stripe } from 'stripe'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { eventually, listenForTest, receiveWebhooks } from '../testing/webhook-receiver.ts'
import { postWebhook } from './post-webhook.ts'

const wanted = { enabled_events: ['product.created' as const] }

function serverForTest(t: TestContext, listener: RequestListener): Promise<string> {
  return listenForTest(t, createServer(listener))
}

function post(url: string) {
  return postWebhook({ url, headers: {}, payload: '{}' })
}

async function pendingOf(stripe: Stripe): Promise<number> {
  return (await stripe.events.list({ type: 'product.created' })).data[0]?.pending_webhooks ?? -1
}

test('What an endpoint answers is told with its beginning, however long it is.', async (t) => {
  const url = await serverForTest(t, (_request, response) => {
    response.writeHead(500)
    response.end('x'.repeat(20_000_000))
  })
  const { status, body, error } = await post(url)
  assert.deepEqual([status, body, error], [500, 'x'.repeat(5000), null])
})

test('An answer whose end never comes counts by its status.', async (t) => {
  const url = await serverForTest(t, (_request, response) => void response.writeHead(200).write('so far'))
  assert.deepEqual(await post(url), { status: 200, body: 'so far', error: null })
})

test('A redirect is an answer and is not followed.', async (t) => {
  let visits = 0
  const url = await serverForTest(t, (_request, response) => {
    visits += 1
    response.writeHead(307, { Location: '/elsewhere' }).end()
  })
  assert.equal((await post(url)).status, 307)
  assert.equal(visits, 1)
})

test('A name that nobody has, a closed port and a cut connection are told as such.', async (t) => {
  const cutting = await serverForTest(t, (request) => request.socket.destroy())
  const said = [
    await post('http://nobody.invalid/webhooks'),
    await post('http://127.0.0.1:9/webhooks'),
    await post('https://127.0.0.1:9/webhooks'),
    await post(cutting),
  ]
  const expected = [/ENOTFOUND|EAI_AGAIN/, /ECONNREFUSED/, /ECONNREFUSED/, /hang up|ECONNRESET/]
  for (const [index, pattern] of expected.entries()) {
    assert.equal(said[index]?.status, null)
    assert.match(said[index]?.error ?? '', pattern)
  }
})

test('An endpoint that says nothing has not answered.', async (t) => {
  const url = await serverForTest(t, () => undefined)
  const { status, error } = await postWebhook({ url, headers: {}, payload: '{}', patience: 50 })
  assert.deepEqual([status, error], [null, 'Timed out: no answer came in time.'])
})

test('Each endpoint has its own attempts; an event is pending until the last of them has taken it.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  await receiveWebhooks(t, stripe, { events: ['product.created'] })
  const slow = await receiveWebhooks(t, stripe, {
    events: ['product.created'],
    answer: (n) => (n < 3 ? 503 : 200),
  })
  await stripe.products.create({ name: 'Mug' })
  await eventually(
    async () => ((await pendingOf(stripe)) === 1 ? true : undefined),
    'first endpoint’s answer',
  )
  for (const attempts of [2, 3]) {
    await control('POST', '/clock/advance-to-next')
    await eventually(() => (slow.signatures.length === attempts ? true : undefined), 'retry')
  }
  await eventually(
    async () => ((await pendingOf(stripe)) === 0 ? true : undefined),
    'second endpoint’s answer',
  )
})

test('An endpoint that hangs keeps no other waiting.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const hanging = await serverForTest(t, () => undefined)
  await stripe.webhookEndpoints.create({ url: hanging, ...wanted })
  const shop = await receiveWebhooks(t, stripe, { events: ['product.created'] })
  await control('POST', '/webhooks/hold', { held: true })
  for (let n = 0; n < 50; n += 1) await stripe.products.create({ name: 'Mug' })
  await control('POST', '/webhooks/hold', { held: false })
  await eventually(() => (shop.received.length === 50 ? true : undefined), 'fiftieth event')
})

test('In a sandbox a webhook is tried again three times, in live mode for three days.', async (t) => {
  for (const [schedule, attempts] of [
    ['sandbox', 4],
    ['live', 12],
  ] as const) {
    const { stripe, control } = await localStripeForTest(t)
    await control('POST', '/webhooks/retries', { schedule })
    const shop = await receiveWebhooks(t, stripe, { events: ['product.created'], answer: () => 500 })
    await stripe.products.create({ name: 'Mug' })
    await eventually(async () => {
      await control('POST', '/clock/advance', { seconds: 36 * 3600 })
      return (await control('GET', '/webhooks')).body.failed === 1 ? true : undefined
    }, 'end of the retries')
    assert.equal(shop.signatures.length, attempts)
  }
})

test('A webhook that waits while its endpoint is disabled is not sent any more, unless that is mended before its turn.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, {
    events: ['product.created'],
    answer: (n) => (n < 2 ? 500 : 200),
  })
  const { id } = shop.endpoint
  await stripe.products.create({ name: 'Mug' })
  await eventually(() => (shop.signatures.length === 1 ? true : undefined), 'first attempt')
  await stripe.webhookEndpoints.update(id, { disabled: true })
  await stripe.webhookEndpoints.update(id, { disabled: false })
  await control('POST', '/clock/advance', { seconds: 10 })
  await shop.event('product.created')
  await control('POST', '/webhooks/hold', { held: true })
  await stripe.products.create({ name: 'Cup' })
  await stripe.webhookEndpoints.update(id, { disabled: true })
  await control('POST', '/webhooks/hold', { held: false })
  await eventually(async () => {
    const { pending, failed } = (await control('GET', '/webhooks')).body
    return pending === 0 && failed === 1 ? true : undefined
  }, 'end of what waited')
  assert.equal(shop.received.length, 1)
})
