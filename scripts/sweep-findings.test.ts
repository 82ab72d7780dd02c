import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import Stripe from 'stripe'
import { handledTypes } from '../domain/inbox/handlers.ts'
import { startLocalStripe } from '../local-stripe/start-local-stripe.ts'
import type { Finding } from './stripe-findings.ts'
import { sweepFindings } from './sweep-findings.ts'

type EventType = Stripe.WebhookEndpointCreateParams.EnabledEvent

const shopUrl = 'https://shop.example'
const url = `${shopUrl}/api/webhooks/stripe`

test('A key that may read all lists has nothing to mend, and a shop without an endpoint neither', async (t) => {
  const found = await sweepFindings(await localStripe(t), shopUrl)

  assert.deepEqual(fixes(found), [null, null, null])
})

test('An endpoint that gets every event, or each that means something to the shop, is right', async (t) => {
  const client = await localStripe(t)
  for (const events of [['*'], [...handledTypes, 'customer.created']])
    await client.webhookEndpoints.create({ url, enabled_events: events as EventType[] })

  assert.deepEqual(fixes(await sweepFindings(client, shopUrl)), [null, null, null, null, null])
})

test('An endpoint that does not get all that means something to the shop is told which it lacks', async (t) => {
  const client = await localStripe(t)
  const events = handledTypes.filter((type) => !type.startsWith('charge.dispute.'))
  await client.webhookEndpoints.create({ url, enabled_events: events as EventType[] })

  const fix = (await sweepFindings(client, shopUrl)).at(-1)?.fix ?? ''

  assert.match(fix, /^It is not subscribed to charge\.dispute\.created, charge\.dispute\.updated, /)
  assert.doesNotMatch(fix, /checkout\.session/)
})

test('Endpoints of other addresses are nobody’s business', async (t) => {
  const client = await localStripe(t)
  await client.webhookEndpoints.create({
    url: 'https://other.example/hook',
    enabled_events: ['plan.created'],
  })

  assert.equal((await sweepFindings(client, shopUrl)).length, 3)
})

test('A key that may read none of it is told which permissions the sweep needs, and not that it may not see endpoints', async (t) => {
  const found = await sweepFindings(await stripeThatRefuses(t), shopUrl)

  assert.equal(found.length, 3)
  for (const fix of fixes(found))
    assert.match(fix ?? '', /Events: Read, Charges and Refunds: Read and Disputes: Read/)
})

function fixes(findings: readonly Finding[]): (string | null)[] {
  return findings.map(({ fix }) => fix)
}

async function localStripe(t: TestContext): Promise<Stripe> {
  const local = await startLocalStripe({ port: 0, data: ':memory:' })
  t.after(() => local.close())
  return clientAt(Number(new URL(local.url).port))
}

async function stripeThatRefuses(t: TestContext): Promise<Stripe> {
  const error = { type: 'invalid_request_error', message: 'no permission' }
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(403, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }))
  }).listen(0, '127.0.0.1')
  t.after(() => void server.close())
  await once(server, 'listening')
  return clientAt((server.address() as AddressInfo).port)
}

function clientAt(port: number): Stripe {
  return new Stripe('sk_test_of_the_doctor', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
  })
}
