import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { officialCli } from '../testing/official-cli.ts'
import { payWithCard } from '../testing/pay.ts'
import { shopBehindCli } from '../testing/shop-behind-cli.ts'

const ready = /Ready!.* (whsec_\w+)/

suite('stripe listen', { concurrency: 4 }, () => {
  test('stripe listen --all-snapshot forwards every event, signed with the secret it prints.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const listening = cli.start('listen', '--all-snapshot', '--forward-to', `${shop.url}/hooks?a=b`)
    const [, secret = ''] = await listening.says(ready)
    await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
    const { path, headers, body } = await shop.event('checkout.session.completed')
    assert.equal(path, '/hooks?a=b')
    const event = stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), secret)
    assert.equal(event.type, 'checkout.session.completed')
    await listening.says(/--> checkout.session.completed \[evt_/)
    await listening.says(/<-- {2}\[200\] POST http:\/\/127.0.0.1:\d+\/hooks\?a=b \[evt_/)
  })

  test('stripe listen --print-secret prints the same secret at every start.', async (t) => {
    const { url } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const [first, second] = await Promise.all([
      cli.run('listen', '--print-secret'),
      cli.run('listen', '--print-secret'),
    ])
    assert.match(first.stdout, /^whsec_\w{64}\n$/)
    assert.equal(first.stdout, second.stdout)
  })

  test('stripe listen --events takes snapshot events by name, several listeners each their own.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const shops = [await shopBehindCli(t), await shopBehindCli(t)] as const
    const products = cli.start('listen', '--events', 'product.created', '--forward-to', shops[0].url)
    const prices = cli.start(
      'listen',
      '--events',
      'price.created,coupon.created',
      '--forward-to',
      shops[1].url,
    )
    await Promise.all([products.says(ready), prices.says(ready)])
    const { id } = await stripe.products.create({ name: 'Mug' })
    await stripe.prices.create({ product: id, currency: 'usd', unit_amount: 100 })
    await shops[0].event('product.created')
    await shops[1].event('price.created')
    assert.deepEqual([shops[0].types(), shops[1].types()], [['product.created'], ['price.created']])
  })

  test('stripe listen --latest and --format json give the event in the newest version, as JSON.', async (t) => {
    const { url, call, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const latest = cli.start('listen', '--all-snapshot', '--latest', '--format', 'json')
    const plain = cli.start('listen', '--all-snapshot', '--format', 'json')
    await Promise.all([latest.says(ready), plain.says(ready)])
    const older = { headers: { 'Stripe-Version': '2020-08-27' } }
    const body = 'mode=payment&success_url=https://shop.test/&line_items[0][quantity]=1&line_items[0][price]='
    const { id } = await stripe.products.create({ name: 'Mug' })
    const price = await stripe.prices.create({ product: id, currency: 'usd', unit_amount: 100 })
    const session = await call('POST', '/v1/checkout/sessions', { ...older, body: body + price.id })
    await call('POST', `/v1/checkout/sessions/${session.body.id}/expire`, older)
    const versions = [
      [latest, '2026-10-28.endive'],
      [plain, '2020-08-27'],
    ] as const
    for (const [listening, version] of versions) {
      const [line] = await listening.says(/^\{.*"checkout.session.expired".*\}$/m)
      assert.equal(JSON.parse(line).api_version, version)
      assert.equal(listening.output().match(/"checkout.session.expired"/g)?.length, 1)
    }
  })

  test('stripe listen --all-thin forwards thin events, which the SDK parses and fetches.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const listening = cli.start('listen', '--all-thin', '--forward-to', shop.url)
    const [, secret = ''] = await listening.says(ready)
    const session = await stripe.checkout.sessions.create(sessionParams())
    await payWithCard(session)
    const { headers, body } = await shop.event('v1.checkout.session.completed')
    const notification = stripe.parseEventNotification(body, String(headers['stripe-signature']), secret)
    assert.ok(notification.type === 'v1.checkout.session.completed')
    assert.equal((await notification.fetchRelatedObject()).id, session.id)
    const event = await notification.fetchEvent()
    assert.equal(
      (await stripe.events.retrieve(event.snapshot_event ?? '')).type,
      'checkout.session.completed',
    )
    assert.ok(shop.types().every((type) => type.startsWith('v1.')))
  })

  test('stripe listen takes thin events by name, also by its older flags beside snapshots.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const [named, older, snapshots] = [await shopBehindCli(t), await shopBehindCli(t), await shopBehindCli(t)]
    const first = cli.start('listen', '--events', 'v1.product.created', '--forward-to', named.url)
    const thin = ['--forward-thin-to', older.url, '--thin-events', 'v1.product.created']
    const second = cli.start('listen', '--all-snapshot', '--forward-to', snapshots.url, ...thin)
    await Promise.all([first.says(ready), second.says(ready)])
    await stripe.products.create({ name: 'Mug' })
    await Promise.all([
      named.event('v1.product.created'),
      older.event('v1.product.created'),
      snapshots.event('product.created'),
    ])
  })

  test('stripe listen --use-configured-webhooks forwards by the endpoints of the account.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const shop = await shopBehindCli(t)
    const elsewhere = 'http://127.0.0.1:9'
    await stripe.webhookEndpoints.create({ url: `${elsewhere}/all`, enabled_events: ['*'] })
    await stripe.webhookEndpoints.create({ url: `${elsewhere}/prices`, enabled_events: ['price.created'] })
    const listening = cli.start(
      'listen',
      '--all-snapshot',
      '--use-configured-webhooks',
      '--forward-to',
      shop.url,
    )
    await listening.says(ready)
    const { id } = await stripe.products.create({ name: 'Mug' })
    await stripe.prices.create({ product: id, currency: 'usd', unit_amount: 100 })
    await shop.event('price.created')
    await listening.says(/<--.*\/prices/)
    const paths = shop.received.map(({ path, body }) => `${path} ${JSON.parse(body).type}`)
    assert.deepEqual(paths.toSorted(), [
      '/all price.created',
      '/all product.created',
      '/prices price.created',
    ])
  })

  test('stripe listen sends headers of one’s own, and events of this account not to the Connect address.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const [shop, connect] = [await shopBehindCli(t), await shopBehindCli(t)]
    const headers = ['--headers', 'X-Shop: Kiosk, X-Till: 7', '--connect-headers', 'X-Other: 1']
    const listening = cli.start(
      'listen',
      '--all-snapshot',
      '--skip-verify',
      ...headers,
      '--forward-to',
      shop.url,
      '--forward-connect-to',
      connect.url,
    )
    await listening.says(ready)
    await stripe.products.create({ name: 'Mug' })
    const forwarded = await shop.event('product.created')
    assert.deepEqual([forwarded.headers['x-shop'], forwarded.headers['x-till']], ['Kiosk', '7'])
    assert.deepEqual([forwarded.headers['x-other'], connect.received.length], [undefined, 0])
  })

  test('What a shop behind stripe listen answers is shown, and not tried again.', async (t) => {
    const { url, stripe } = await localStripeForTest(t)
    const cli = await officialCli(t, url)
    if (cli === null) return
    const shop = await shopBehindCli(t, 500)
    const listening = cli.start('listen', '--all-snapshot', '--forward-to', shop.url)
    await listening.says(ready)
    await stripe.products.create({ name: 'Mug' })
    await listening.says(/\[500\] POST/)
    await stripe.products.create({ name: 'Cup' })
    await listening.says(/\[500\] POST[\s\S]*\[500\] POST/)
    assert.equal(shop.received.length, 2)
  })

  test('A live key ends stripe listen with a word.', async (t) => {
    const { url } = await localStripeForTest(t)
    const cli = await officialCli(t, url, 'sk_live_somebodys_money')
    if (cli === null) return
    const { code, stderr } = await cli.run('listen', '--all-snapshot')
    assert.equal(code, 1)
    assert.match(stderr, /Local Stripe never takes a live key/)
  })
})
