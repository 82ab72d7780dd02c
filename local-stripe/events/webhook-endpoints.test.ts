import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { receiveWebhooks } from '../testing/webhook-receiver.ts'

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
