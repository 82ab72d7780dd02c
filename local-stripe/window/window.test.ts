import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { eventually, receiveWebhooks } from '../testing/webhook-receiver.ts'

const completed = 'checkout.session.completed' as const

async function windowForTest(t: TestContext) {
  const setup = await localStripeForTest(t)
  const { url } = setup
  const look = async (path: string) => {
    const answer = await fetch(url + path, { redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, page: await answer.text() }
  }
  /** Presses a button as a browser without JavaScript does. */
  const press = async (
    name: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const from = { Origin: url, 'Sec-Fetch-Site': 'same-origin', ...headers }
    const body = new URLSearchParams(fields)
    const path = `${url}/_local/window/orders/${name}`
    const answer = await fetch(path, { method: 'POST', redirect: 'manual', headers: from, body })
    return { status: answer.status, location: answer.headers.get('location'), page: await answer.text() }
  }
  return { ...setup, look, press }
}

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

test('An event tells of every attempt at every endpoint, and can be sent again to one of them.', async (t) => {
  const { stripe, look, press } = await windowForTest(t)
  const answer = (n: number) => (n === 1 ? 500 : 200)
  const shop = await receiveWebhooks(t, stripe, { events: [completed], answer })
  await payWithCard(await stripe.checkout.sessions.create(sessionParams()))
  const [event] = (await stripe.events.list({ type: completed })).data
  const path = `/_local/window/events/${event?.id}`
  const { page } = await look(path)
  assert.match(page, /waiting/)
  assert.match(page, />500</)
  assert.ok(page.includes(`Send again to ${shop.url}`))
  const fields = { event: event?.id ?? '', endpoint: shop.endpoint.id, back: path }
  const pressed = await press('resend', fields)
  assert.deepEqual([pressed.status, pressed.location], [303, path])
  await shop.event(completed)
  await eventually(
    async () => (/delivered/.test((await look(path)).page) ? true : undefined),
    'second delivery',
  )
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

test('The buttons move the clock, hold webhooks and end faults, and lead back.', async (t) => {
  const { stripe, press, control } = await windowForTest(t)
  const { id, expires_at } = await stripe.checkout.sessions.create(sessionParams())
  const before = (await control('GET', '/clock')).body.now
  await press('advance', { seconds: '3600', back: '/' })
  assert.ok((await control('GET', '/clock')).body.now >= before + 3600)
  await press('advance-to-next', { back: '/' })
  assert.ok((await control('GET', '/clock')).body.now >= expires_at)
  assert.equal((await stripe.checkout.sessions.retrieve(id)).status, 'expired')
  await press('hold', { held: 'true', back: '/' })
  assert.equal((await control('GET', '/webhooks')).body.held, true)
  await control('POST', '/faults', { fault: '500' })
  await control('POST', '/webhooks/faults', { fault: 'drop' })
  const { location } = await press('clear-faults', { back: '//elsewhere.test' })
  assert.equal(location, '/')
  assert.deepEqual((await control('GET', '/faults')).body.faults, [])
  assert.deepEqual((await control('GET', '/webhooks/faults')).body.faults, [])
})

test('Pages of other sites may change nothing and see nothing live.', async (t) => {
  const { url, press, control } = await windowForTest(t)
  const before = (await control('GET', '/clock')).body.now
  for (const headers of [
    { Origin: 'https://elsewhere.test', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'http://127.0.0.1:3000', 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  ]) {
    assert.equal((await press('advance', { seconds: '86400' }, headers)).status, 403)
    assert.equal((await fetch(`${url}/_local/window/live`, { headers })).status, 403)
  }
  assert.ok((await control('GET', '/clock')).body.now < before + 3600)
})

test('What is not there, and orders that make no sense, are told plainly.', async (t) => {
  const { look, press, url } = await windowForTest(t)
  for (const path of [
    '/_local/window/nothing',
    '/_local/window/objects/%',
    '/_local/window/events/prod_1',
    '/_local/window/requests/req_1',
    '/_local/window/find?id=x',
  ]) {
    assert.equal((await look(path)).status, 404, path)
  }
  for (const path of ['/_local/window/events?before=x', '/_local/window/objects?kind=x&before=-1']) {
    assert.equal((await look(path)).status, 200, path)
  }
  assert.equal((await press('advance', { seconds: 'many' })).status, 400)
  assert.equal((await press('advance-to-next', {})).status, 400)
  assert.equal((await press('resend', { event: 'evt_1', endpoint: 'we_1' })).status, 400)
  assert.equal((await press('explode', {})).status, 404)
  assert.equal((await fetch(url, { method: 'DELETE' })).status, 405)
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
