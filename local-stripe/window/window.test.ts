import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, openCliSession } from '../testing/cli-listener.ts'
import { sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { windowForTest } from './window-for-test.ts'

const completed = 'checkout.session.completed' as const

test('Every page says that it is not Stripe, asks nobody else for anything and lets no script in.', async (t) => {
  const { stripe, look } = await windowForTest(t)
  const session = await stripe.checkout.sessions.create(sessionParams())
  await payWithCard(session)
  const [event] = (await stripe.events.list()).data
  const pages = [
    '/',
    '/_local/window/objects',
    '/_local/window/objects?kind=checkout.session',
    `/_local/window/objects/${session.id}`,
    '/_local/window/events',
    `/_local/window/events/${event?.id}`,
    '/_local/window/requests',
    '/_local/window/objects/nothing',
  ]
  for (const path of pages) {
    const { page, headers } = await look(path)
    assert.match(page, /not Stripe/, path)
    assert.doesNotMatch(page, /(?:src|href)="https?:\/\/(?!127\.0\.0\.1)/, path)
    assert.doesNotMatch(page, /<script>|<style| style=| on\w+=/, path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
  }
})

test('The overview shows what there is: objects, events, requests, endpoints, faults, what is due.', async (t) => {
  const { stripe, look, control } = await windowForTest(t)
  assert.match((await look('/')).page, /Nothing has happened yet/)
  await stripe.checkout.sessions.create(sessionParams(), { idempotencyKey: 'order-1' })
  await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/webhooks', enabled_events: [completed] })
  await stripe.products.create({ name: 'Mug' })
  await control('POST', '/faults', { fault: '429', path: '/v1/refunds', times: 3 })
  await control('POST', '/webhooks/faults', { fault: 'drop', type: 'charge.succeeded' })
  const { page } = await look('/')
  for (const expected of [
    'checkout.session',
    'product.created',
    'POST /v1/products',
    'order-1',
    'http://127.0.0.1:9/webhooks',
    'expire session',
    '/v1/refunds',
    'webhooks charge.succeeded',
  ]) {
    assert.ok(page.includes(expected), expected)
  }
})

test('The overview tells who listens from who is away and expected back.', async (t) => {
  const setup = await windowForTest(t)
  const session = await openCliSession(setup)
  await openCliSession(setup)
  await openCliSession(setup, ['request_logs'])
  await connect(t, session)
  assert.match(
    (await setup.look('/')).page,
    /1 listening with\s+<code>stripe listen<\/code> \(1 expected back\)/,
  )
})

test('An object is shown whole, its ids linked to what they name, and its markup harmless.', async (t) => {
  const { stripe, look } = await windowForTest(t)
  const name = '<img src=x onerror=alert(1)>'
  const product = await stripe.products.create({ name })
  const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 1250 })
  const shown = (await look(`/_local/window/objects/${price.id}`)).page
  assert.ok(shown.includes(`href="/_local/window/objects/${product.id}"`))
  assert.match(shown, /\$12\.50/)
  for (const path of [`/_local/window/objects/${product.id}`, '/_local/window/objects?kind=product']) {
    const { page } = await look(path)
    assert.ok(!page.includes('<img'), path)
    assert.ok(page.includes('&lt;img src=x'), path)
  }
})

test('A request is shown with its parameters, its key and its answer.', async (t) => {
  const { stripe, look, control } = await windowForTest(t)
  const params = { name: 'Mug & saucer' }
  await stripe.products.create(params, { idempotencyKey: 'order-1' })
  await stripe.products.retrieve('prod_none').catch(() => undefined)
  const [created, missed] = (await control('GET', '/requests')).body.requests
  const { page } = await look(`/_local/window/requests/${created.id}`)
  for (const expected of ['Mug &amp; saucer', 'order-1', '2026-10-28.endive', 'marketing_features']) {
    assert.ok(page.includes(expected), expected)
  }
  assert.match((await look(`/_local/window/requests/${missed.id}`)).page, /resource_missing: No such product/)
})

test('A list is read in pages, each object once.', async (t) => {
  const { stripe, look } = await windowForTest(t)
  const ids = new Set<string>()
  for (let n = 0; n < 120; n += 1) ids.add((await stripe.products.create({ name: `Mug ${n}` })).id)
  for (const first of [
    '/_local/window/objects?kind=product',
    '/_local/window/events',
    '/_local/window/requests',
  ]) {
    const seen: string[] = []
    let path: string | undefined = first
    while (path !== undefined) {
      const { page } = await look(path)
      seen.push(...[...page.matchAll(/<a class="id cut" href="([^"]+)"/g)].map((match) => match[1] ?? ''))
      path = /<a href="([^"]+)">Older</.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.equal(seen.length, 120, first)
    assert.equal(new Set(seen).size, 120, first)
  }
})

test('An id is found whatever it names.', async (t) => {
  const { stripe, look } = await windowForTest(t)
  const { id, lastResponse } = await stripe.products.create({ name: 'Mug' })
  const [event] = (await stripe.events.list()).data
  const lead = async (wanted: string) =>
    (await look(`/_local/window/find?id=+${wanted}`)).headers.get('location')
  assert.equal(await lead(id), `/_local/window/objects/${id}`)
  assert.equal(await lead(event?.id ?? ''), `/_local/window/events/${event?.id}`)
  assert.equal(await lead(lastResponse.requestId), `/_local/window/requests/${lastResponse.requestId}`)
})

test('An open page hears that something has changed.', async (t) => {
  const { url, stripe } = await windowForTest(t)
  const answer = await fetch(`${url}/_local/window/live`)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const hear = async () => (heard += (await reader?.read())?.value ?? '')
  await hear()
  await stripe.products.create({ name: 'Mug' })
  while (!heard.includes('event: changed')) await hear()
  await reader?.cancel()
})
