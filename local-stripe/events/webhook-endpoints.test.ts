import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { listenForTest, receiveWebhooks } from '../testing/webhook-receiver.ts'

const settings = { url: 'https://shop.test/webhooks', enabled_events: ['*' as const] }

test('The secret of an endpoint is shown at its creation and never again.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const created = await stripe.webhookEndpoints.create(settings)
  assert.match(created.secret ?? '', /^whsec_\w{32}$/)
  const others = [
    await stripe.webhookEndpoints.retrieve(created.id),
    await stripe.webhookEndpoints.update(created.id, { description: 'Shop' }),
    (await stripe.webhookEndpoints.list()).data[0],
  ]
  for (const endpoint of others) assert.deepEqual([endpoint?.id, endpoint?.secret], [created.id, undefined])
})

test('An endpoint hears only what it asked for, and nothing while it is disabled or deleted.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['checkout.session.completed'] })
  const pay = async () => payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  await pay()
  assert.deepEqual(shop.types(), ['checkout.session.completed'])
  await stripe.webhookEndpoints.update(shop.endpoint.id, { disabled: true })
  await pay()
  await stripe.webhookEndpoints.update(shop.endpoint.id, { disabled: false })
  await stripe.webhookEndpoints.del(shop.endpoint.id)
  await pay()
  assert.equal(shop.received.length, 1)
  await assert.rejects(stripe.webhookEndpoints.retrieve(shop.endpoint.id), { statusCode: 404 })
})

test('There can be sixteen endpoints.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (let n = 0; n < 16; n += 1) await stripe.webhookEndpoints.create(settings)
  await assert.rejects(stripe.webhookEndpoints.create(settings), /maximum of 16/)
})

test('An endpoint wants an address and at least one event.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await assert.rejects(stripe.webhookEndpoints.create({ ...settings, url: 'shop' }), { code: 'url_invalid' })
  await assert.rejects(stripe.webhookEndpoints.create({ ...settings, enabled_events: [] }), {
    statusCode: 400,
  })
})

test('An endpoint wants events that Stripe has, and a version that it has had.', async (t) => {
  const { call } = await localStripeForTest(t)
  const create = (body: string) =>
    call('POST', '/v1/webhook_endpoints', { body: `url=https://shop.test&${body}` })
  const strange = await create('enabled_events[]=charge.succeeded&enabled_events[]=charge.exploded')
  assert.deepEqual([strange.status, strange.body.error.param], [400, 'enabled_events[1]'])
  assert.match(
    strange.body.error.message,
    /^Invalid enabled_events\[1\]: must be one of \*, account\.application\.authorized, /,
  )
  assert.equal((await create('enabled_events[]=*&api_version=2020-08-28')).body.error.param, 'api_version')
  assert.equal((await create('enabled_events[]=*&connect=true')).status, 501)
  assert.equal((await create('enabled_events[]=*&connect=false&api_version=2020-08-27')).status, 200)
})

test('An endpoint can be changed but for its version; metadata is merged, a description emptied.', async (t) => {
  const { stripe, call } = await localStripeForTest(t)
  const { id } = await stripe.webhookEndpoints.create({
    ...settings,
    description: 'Shop',
    metadata: { team: 'a', place: 'x' },
  })
  const changed = await stripe.webhookEndpoints.update(id, {
    url: 'http://localhost:3000/webhooks',
    enabled_events: ['charge.succeeded'],
    description: '',
    metadata: { place: '', floor: '2' },
  })
  const { url, enabled_events, description, metadata, status } = changed
  assert.deepEqual(
    { url, enabled_events, description, metadata, status },
    {
      url: 'http://localhost:3000/webhooks',
      enabled_events: ['charge.succeeded'],
      description: null,
      metadata: { team: 'a', floor: '2' },
      status: 'enabled',
    },
  )
  const refused = await call('POST', `/v1/webhook_endpoints/${id}`, { body: 'api_version=2020-08-27' })
  assert.equal(refused.body.error.code, 'parameter_unknown')
})

test('An endpoint of an older version gets its events in that version’s shape.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const bodies: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => void bodies.push(chunk.toString()))
    request.on('end', () => response.end())
  })
  const url = await listenForTest(t, server)
  const enabled_events = ['checkout.session.completed' as const]
  await stripe.webhookEndpoints.create({ url, enabled_events, api_version: '2020-08-27' })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const event = JSON.parse(bodies.join(''))
  assert.equal(event.api_version, '2020-08-27')
  assert.equal(event.data.object.display_items[0].custom.name, 'Mug')
})
