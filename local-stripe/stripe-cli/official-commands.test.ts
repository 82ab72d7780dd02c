import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { idOf, localStripeForTest, sessionParams, type Setup } from '../testing/local-stripe-for-test.ts'
import { officialCli } from '../testing/official-cli.ts'
import { payWithCard } from '../testing/pay.ts'
import { shopBehindCli } from '../testing/shop-behind-cli.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

const ready = /Ready!/

async function paid({ stripe }: Setup) {
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session)
  return stripe.checkout.sessions.retrieve(session.id)
}

suite('the commands of the CLI', { concurrency: 4 }, () => {
  test('stripe events resend sends an event once more to stripe listen, or to one endpoint.', async (t) => {
    const setup = await localStripeForTest(t)
    const { url, stripe } = setup
    const cli = await officialCli(t, url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const [wanted, other] = [await receiveWebhooks(t, stripe), await receiveWebhooks(t, stripe)]
    const listening = cli.start('listen', '--all-snapshot', '--forward-to', shop.url)
    await listening.says(ready)
    await stripe.products.create({ name: 'Mug' })
    await Promise.all([
      shop.event('product.created'),
      wanted.event('product.created'),
      other.event('product.created'),
    ])
    const [event] = (await stripe.events.list()).data
    const id = event?.id ?? ''
    const toCli = await cli.run('events', 'resend', id)
    assert.equal(JSON.parse(toCli.stdout).id, id)
    await eventually(() => shop.received[1], 'second webhook', 60_000)
    await cli.run('events', 'resend', id, '--webhook-endpoint', wanted.endpoint.id)
    await eventually(() => wanted.received[1], 'second webhook', 60_000)
    assert.deepEqual([shop.received.length, wanted.received.length, other.received.length], [2, 2, 1])
    const missing = await cli.run('events', 'resend', 'evt_nothing')
    assert.match(missing.stdout + missing.stderr, /No such event/)
  })

  test('stripe fixtures makes what a file describes.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const fixtures = [
      {
        name: 'mug',
        path: '/v1/products',
        method: 'post',
        params: { name: 'Mug', metadata: { shelf: 'A' } },
      },
      {
        name: 'price',
        path: '/v1/prices',
        method: 'post',
        params: { product: '${mug:id}', currency: 'eur', unit_amount: 1250 },
      },
    ]
    const file = join(cli.home, 'shelf.json')
    await writeFile(file, JSON.stringify({ _meta: { template_version: 0 }, fixtures }))
    const { code, stderr } = await cli.run('fixtures', file)
    assert.equal(code, 0, stderr)
    const [price] = (await stripe.prices.list({ expand: ['data.product'] })).data
    assert.partialDeepStrictEqual(price, {
      unit_amount: 1250,
      currency: 'eur',
      product: { metadata: { shelf: 'A' } },
    })
  })

  test('The CLI creates, retrieves, lists and expires.', async (t) => {
    const { url } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const json = async (...args: string[]) => JSON.parse((await cli.run(...args)).stdout)
    const product = await json('products', 'create', '--name', 'Mug', '-d', 'metadata[shelf]=A')
    assert.deepEqual([product.name, product.metadata], ['Mug', { shelf: 'A' }])
    const price = await json(
      'prices',
      'create',
      '--product',
      product.id,
      '--currency',
      'usd',
      '--unit-amount',
      '1250',
    )
    assert.equal((await json('prices', 'retrieve', price.id, '--expand', 'product')).product.id, product.id)
    const line = ['-d', `line_items[0][price]=${price.id}`, '-d', 'line_items[0][quantity]=2']
    const session = await json(
      'checkout',
      'sessions',
      'create',
      '--mode',
      'payment',
      '--success-url',
      'https://shop.test/',
      ...line,
    )
    assert.equal(session.amount_total, 2500)
    const listed = await json('checkout', 'sessions', 'list', '--limit', '2')
    assert.deepEqual([listed.data.length, listed.data[0].id], [1, session.id])
    assert.equal((await json('checkout', 'sessions', 'expire', session.id)).status, 'expired')
    assert.equal((await json('customers', 'create', '--email', 'ann@example.com')).email, 'ann@example.com')
  })

  test('The CLI updates and deletes.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    // Deleting is announced before the answer.
    const json = async (...args: string[]) =>
      JSON.parse(/\{.*\}/s.exec((await cli.run(...args)).stdout)?.[0] ?? '')
    const { id } = await stripe.products.create({ name: 'Mug' })
    assert.equal((await json('products', 'update', id, '--name', 'Cup')).name, 'Cup')
    assert.equal((await json('products', 'delete', id, '--confirm')).deleted, true)
    const customer = await stripe.customers.create({ email: 'ann@example.com' })
    assert.equal((await json('customers', 'update', customer.id, '--name', 'Ann Lee')).name, 'Ann Lee')
    assert.equal((await json('customers', 'delete', customer.id, '--confirm')).deleted, true)
    const [last, before] = (await stripe.events.list({ types: ['product.deleted', 'customer.deleted'] })).data
    assert.deepEqual([last?.type, before?.type], ['customer.deleted', 'product.deleted'])
  })

  test('The CLI lists and retrieves thin events, and searches.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const json = async (...args: string[]) => JSON.parse((await cli.run(...args)).stdout)
    const { id } = await stripe.products.create({ name: 'Mug' })
    const { data } = await json('v2', 'core', 'events', 'list', '--types', 'v1.product.created')
    assert.equal(data[0].related_object.id, id)
    assert.deepEqual(await json('v2', 'core', 'events', 'retrieve', data[0].id), data[0])
    assert.equal((await json('products', 'search', '--query', "name:'Mug'")).data[0].id, id)
  })

  test('The CLI refunds, and shows Stripe’s error where it cannot.', async (t) => {
    const setup = await localStripeForTest(t)
    const cli = await officialCli(t, setup.url)
    if (cli === null) return
    const intent = idOf((await paid(setup)).payment_intent)
    const refund = await cli.run(
      'refunds',
      'create',
      '--payment-intent',
      intent,
      '--amount',
      '50',
      '-d',
      'metadata[a]=b',
    )
    assert.partialDeepStrictEqual(JSON.parse(refund.stdout), { amount: 50, metadata: { a: 'b' } })
    const tooMuch = await cli.run('refunds', 'create', '--payment-intent', intent, '--amount', '9999999')
    assert.match(tooMuch.stdout + tooMuch.stderr, /greater than unrefunded amount on charge/)
  })

  test('stripe get, post and delete reach what is served, by path and by id.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const posted = JSON.parse((await cli.run('post', '/v1/products', '-d', 'name=Mug')).stdout)
    assert.equal(JSON.parse((await cli.run('get', `/v1/products/${posted.id}`)).stdout).name, 'Mug')
    assert.equal(JSON.parse((await cli.run('get', posted.id)).stdout).name, 'Mug')
    const [event] = (await stripe.events.list()).data
    assert.equal(JSON.parse((await cli.run('get', event?.id ?? '')).stdout).type, 'product.created')
    const { id } = await stripe.webhookEndpoints.create({ url: 'https://shop.test/', enabled_events: ['*'] })
    const deleted = await cli.run('delete', `/v1/webhook_endpoints/${id}`, '-c')
    assert.equal(JSON.parse(deleted.stdout).deleted, true)
    const unserved = await cli.run('get', '/v1/issuing/cards')
    assert.match(unserved.stdout + unserved.stderr, /local_stripe_not_imitated/)
  })
})
