import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

/** The receiver knows the first secret and judges only what it takes: the first webhook. */
function answer(n: number): number {
  return n === 1 ? 200 : 500
}

async function shopForTest(t: TestContext) {
  const { stripe, control } = await localStripeForTest(t)
  const shop = await receiveWebhooks(t, stripe, { events: ['product.created'], answer })
  /** The signatures (`v1`) of the next webhook. */
  const nextSignatures = async () => {
    const before = shop.signatures.length
    await stripe.products.create({ name: 'Mug' })
    const header = await eventually(() => shop.signatures[before], 'webhook')
    return header.split(',').filter((part) => part.startsWith('v1=')).length
  }
  return { stripe, control, shop, nextSignatures }
}

test('While a secret is rolled both sign, so that a shop with the old one goes on; then the new one alone.', async (t) => {
  const { control, shop, nextSignatures } = await shopForTest(t)
  const rolled = await control('POST', '/webhooks/roll', { endpoint: shop.endpoint.id, hours: 24 })
  assert.match(rolled.body.secret, /^whsec_\w{32}$/)
  assert.notEqual(rolled.body.secret, shop.endpoint.secret)
  assert.equal(await nextSignatures(), 2)
  await eventually(
    () => (shop.received.length === 1 ? true : undefined),
    'event that the old secret vouches for',
  )
  await control('POST', '/clock/advance', { seconds: 24 * 3600 })
  assert.equal(await nextSignatures(), 1)
})

test('A secret that is rolled without hours is replaced at once.', async (t) => {
  const { control, shop, nextSignatures } = await shopForTest(t)
  assert.equal(await nextSignatures(), 1)
  await control('POST', '/webhooks/roll', { endpoint: shop.endpoint.id })
  assert.equal(await nextSignatures(), 1)
  await control('POST', '/webhooks/roll', { endpoint: shop.endpoint.id, hours: 1 })
  assert.equal(await nextSignatures(), 2)
})

test('Nobody’s secret, and one for longer than a day, is not rolled.', async (t) => {
  const { control, shop } = await shopForTest(t)
  const refused = [
    { endpoint: 'we_unknown' },
    { endpoint: shop.endpoint.id, hours: 25 },
    { endpoint: shop.endpoint.id, hours: 0.5 },
  ]
  for (const order of refused) assert.equal((await control('POST', '/webhooks/roll', order)).status, 400)
})
