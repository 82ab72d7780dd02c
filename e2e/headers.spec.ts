// The headers by which browsers protect a shop, on every kind of answer; and those of a request that are not believed.
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, test } from './shop.ts'
import { againstStripe } from './stripe-mode.ts'

const nowhere = `/en/orders/${'a'.repeat(22)}`

const kinds = [
  '/en',
  '/en/products/gaiwan',
  '/en/products/nothing',
  '/no/such/page',
  '/en/cart',
  '/en/success?session_id=cs_test_unknown',
  nowhere,
  '/api/products',
  '/api/health',
  '/api/checkout_sessions',
  '/api/cart',
  '/api/cart/ordered',
  '/api/preferences',
  '/en/orders',
  '/api/orders/status',
  '/api/orders/find',
  '/api/webhooks/stripe',
  '/pay/notification/stripe',
  '/api/wait',
  '/icon.svg',
]

for (const address of kinds) {
  test(`${address} has every header by which browsers protect a shop`, async ({ shop }) => {
    for (const method of ['GET', 'POST', 'HEAD']) {
      if (method === 'POST' && address === '/icon.svg') continue
      expect(faultsOf(await fetch(shop.url + address, { method, redirect: 'manual' })), method).toEqual([])
    }
  })
}

test('Whatever a request says the shop’s name is, shoppers are led back to the one it has', async ({
  shop,
}) => {
  for (const headers of [
    { Host: 'evil.example' },
    { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
    { Forwarded: 'host=evil.example', 'X-Original-Host': 'evil.example' },
  ]) {
    const { id } = await post(`${shop.url}/api/checkout_sessions`, headers)
    const session = (await shop.stripe.call(`/v1/checkout/sessions/${id}`)) as Record<string, string>
    expect(session['success_url']).toBe(`${shop.url}/en/success?session_id={CHECKOUT_SESSION_ID}`)
    expect(session['cancel_url']).toBe(`${shop.url}/en/cancel`)
  }
})

for (const headers of [
  { 'Next-Action': 'x' },
  { 'Next-Action': '0'.repeat(42), 'Content-Type': 'text/plain;charset=UTF-8' },
  { 'Next-Router-State-Tree': '%', RSC: '1' },
  { 'Next-Router-State-Tree': '{', RSC: '1' },
  { 'Next-Router-State-Tree': '%5B1%5D', RSC: '1' },
  { 'Next-Router-State-Tree': '{', RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Prefetch': '2', 'Next-Router-Segment-Prefetch': '/..//%', 'Next-Url': '//%' },
]) {
  test(`Headers made up for Next.js, ${JSON.stringify(headers)}, are no fault of the shop’s`, async ({
    shop,
  }) => {
    for (const path of ['/en', '/en/cart', nowhere, '/no/such/page', '/api/products'])
      for (const method of ['GET', 'POST'])
        expect((await fetch(shop.url + path, { method, headers })).status, `${method} ${path}`).toBeLessThan(
          500,
        )
  })
}

test('What the shop wrote to others no cache keeps, and nobody whom a proxy speaks for sees', async ({
  shop,
}) => {
  const read = (headers: Record<string, string>) => fetch(`${shop.url}/mail`, { headers })

  const own = await read({})
  expect(own.status).toBe(againstStripe ? 404 : 200)
  expect(own.headers.get('cache-control')).toContain('no-store')
  expect((await read({ 'X-Forwarded-For': '203.0.113.9' })).status).toBe(404)
  expect((await read({ 'X-Forwarded-For': '127.0.0.1, 203.0.113.9' })).status).toBe(404)
})

/** What the rules of Mozilla's Observatory would find wanting in an answer. https://developer.mozilla.org/en-US/observatory */
function faultsOf({ headers }: Response): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const wanted: [fault: string, holds: boolean][] = [
    ['no policy', policy.startsWith("default-src 'none'")],
    ['two policies', !policy.includes(',')],
    ['inline or evaluated scripts', !/unsafe-(inline|eval|hashes)/.test(policy)],
    ['may be framed', policy.includes("frame-ancestors 'none'") && headers.get('x-frame-options') === 'DENY'],
    ['types are guessed', headers.get('x-content-type-options') === 'nosniff'],
    ['addresses leak', headers.get('referrer-policy') === 'same-origin'],
    ['permissions', headers.get('permissions-policy')?.includes('camera=()') ?? false],
    ['opener', headers.get('cross-origin-opener-policy') === 'same-origin'],
    ['used elsewhere', /^(same|cross)-origin$/.test(headers.get('cross-origin-resource-policy') ?? '')],
    ['tells what it is made of', !headers.has('x-powered-by') && !headers.has('server')],
    ['https where there is none', !headers.has('strict-transport-security')],
    ['open to other sites', !headers.has('access-control-allow-origin')],
  ]
  return wanted.filter(([, holds]) => !holds).map(([fault]) => fault)
}

// With node:http, because fetch writes the Host header itself.
function post(url: string, headers: Record<string, string>): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } })
    sent.on('error', reject)
    sent.on('response', (answer) => void json(answer).then((body) => resolve(body as { id: string }), reject))
    sent.end('{"items":[{"sku":"gaiwan","quantity":1}],"locale":"en"}')
  })
}
