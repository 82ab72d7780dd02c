import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NextConfig } from 'next'
// The very functions by which Next.js itself decides what an address becomes.
import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js'
import { matchHas, prepareDestination } from 'next/dist/shared/lib/router/utils/prepare-destination.js'
import { currencies } from './domain/money/currency.ts'
import { locales } from './domain/catalogue/text.ts'

// It is JavaScript, of which the compiler knows no types.
const file = new URL('next.config.js', import.meta.url).href
const { default: config } = (await import(file)) as { default: NextConfig }

interface Visitor {
  readonly cookies?: Readonly<Record<string, string>>
  readonly reads?: string
}

const chinese = { reads: 'zh-CN,zh;q=0.9,en;q=0.8' }
const english = { reads: 'en-US,en;q=0.9,zh;q=0.5' }

const routes: [address: string, visitor: Visitor, page: string][] = [
  ['/', {}, '/en/usd'],
  ['/', english, '/en/usd'],
  ['/', chinese, '/zh-CN/cny'],
  ['/', { ...chinese, cookies: { locale: 'en' } }, '/en/usd'],
  ['/', { ...english, cookies: { locale: 'zh-CN' } }, '/zh-CN/cny'],
  ['/', { cookies: { currency: 'jpy' } }, '/en/jpy'],
  ['/', { ...chinese, cookies: { currency: 'eur' } }, '/zh-CN/eur'],
  ['/', { cookies: { currency: 'btc', locale: 'xx' } }, '/en/usd'],
  ['/', { cookies: { currency: 'usdx' } }, '/en/usd'],
  ['/products/gaiwan', {}, '/en/usd/products/gaiwan'],
  ['/products/gaiwan', chinese, '/zh-CN/cny/products/gaiwan'],
  ['/cart', chinese, '/zh-CN/cny/cart'],
  ['/success', { cookies: { locale: 'zh-CN', currency: 'jpy' } }, '/zh-CN/jpy/success'],
  ['/cancel', {}, '/en/usd/cancel'],
  ['/orders/some-token', {}, '/en/usd/orders/some-token'],
  ['/en', chinese, '/en/usd'],
  ['/zh-CN', english, '/zh-CN/cny'],
  ['/zh-CN/cart', english, '/zh-CN/cny/cart'],
  ['/en/products/gaiwan', { cookies: { locale: 'zh-CN', currency: 'eur' } }, '/en/eur/products/gaiwan'],
]

for (const [address, visitor, page] of routes) {
  test(`${address} is ${page} for ${JSON.stringify(visitor)}`, async () => {
    assert.equal(await pageOf(address, visitor), page)
  })
}

const untouched = [
  '/api/products',
  '/api/checkout_sessions',
  '/api/webhooks/stripe',
  '/_next/static/chunks/main.js',
  '/products/gaiwan-960.jpg',
  '/products/gaiwan-960.avif',
  '/products/gaiwan/more',
  '/orders/token/more',
  '/favicon.svg',
  '/nothing-here',
  '/english',
  '/zh',
  '/fr/cart',
]

for (const address of untouched) {
  test(`${address} is not a page’s address, and stays as it is`, async () => {
    for (const visitor of [{}, chinese, { cookies: { locale: 'zh-CN', currency: 'jpy' } }])
      assert.equal(await pageOf(address, visitor), address)
  })
}

test('Stripe’s events are taken at both addresses, whatever the sender’s language', async () => {
  for (const visitor of [{}, chinese, { cookies: { locale: 'zh-CN', currency: 'jpy' } }])
    assert.equal(await pageOf('/pay/notification/stripe', visitor), '/api/webhooks/stripe')
})

test('Every language meets every currency, at the same address', async () => {
  for (const locale of locales)
    for (const currency of currencies)
      assert.equal(await pageOf('/cart', { cookies: { locale, currency } }), `/${locale}/${currency}/cart`)
})

test('The address of a page inside is nobody’s: it leads to no second way to the same page', async () => {
  assert.equal(await pageOf('/en/usd/cart', {}), '/en/usd/usd/cart')
})

test('No answer is guessed at, none tells other sites where a shopper was, and no shared cache keeps a page', async () => {
  const rules = (await config.headers?.()) ?? []
  const headersOf = (path: string) =>
    new Map(
      rules
        .filter(({ source }) => getPathMatch(source)(path))
        .flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
    )

  for (const path of ['/', '/en/success', '/api/products', '/products/gaiwan-960.jpg']) {
    assert.equal(headersOf(path).get('X-Content-Type-Options'), 'nosniff')
    assert.equal(headersOf(path).get('Referrer-Policy'), 'same-origin')
  }
  for (const path of ['/', '/en', '/products/gaiwan', '/zh-CN/success', '/orders/token'])
    assert.equal(headersOf(path).get('Cache-Control'), 'private, no-cache')
  assert.equal(headersOf('/products/gaiwan-960.jpg').get('Cache-Control'), 'public, max-age=86400')
  assert.equal(headersOf('/api/products').get('Cache-Control'), undefined)
})

// As Next.js does before it looks for a file or a page: each rule sees what the ones before it made of the address.
async function pageOf(address: string, { cookies = {}, reads }: Visitor): Promise<string> {
  const rewrites = (await config.rewrites?.()) ?? []
  assert.ok(!Array.isArray(rewrites))
  const headers = { host: 'shop.example', ...(reads && { 'accept-language': reads }) }
  const request = { headers, cookies } as unknown as Parameters<typeof matchHas>[0]
  let path = address
  for (const { source, destination, has, missing } of rewrites.beforeFiles ?? []) {
    const params = getPathMatch(source, { strict: true, removeUnnamedParams: true })(path)
    const fits = params && matchHas(request, {}, has, missing)
    if (!fits) continue
    const all = { ...params, ...fits }
    path = prepareDestination({ appendParamsToQuery: false, destination, params: all, query: {} }).newUrl
  }
  return path
}
