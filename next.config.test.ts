import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getPathMatch } from 'next/dist/shared/lib/router/utils/path-match.js'
import { currencies } from './domain/money/currency.ts'
import { locales } from './domain/catalogue/text.ts'
import { config, pageOf, routeOf, type Visitor } from './test-addresses.ts'

const chinese = { reads: 'zh-CN,zh;q=0.9,en;q=0.8' }
const english = { reads: 'en-US,en;q=0.9,zh;q=0.5' }

const visitors = [{}, chinese, { cookies: { locale: 'zh-CN', currency: 'jpy' } }]

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
  ['/collections/tea', chinese, '/zh-CN/cny/collections/tea'],
  ['/search', {}, '/en/usd/search'],
  ['/cart', chinese, '/zh-CN/cny/cart'],
  ['/collections/tea', chinese, '/zh-CN/cny/collections/tea'],
  ['/en/search', chinese, '/en/usd/search'],
  ['/orders', chinese, '/zh-CN/cny/orders'],
  ['/help/returns', english, '/en/usd/help/returns'],
  ['/success', { cookies: { locale: 'zh-CN', currency: 'jpy' } }, '/zh-CN/jpy/success'],
  ['/orders/a-token-of-22-letters_', {}, '/en/usd/orders/a-token-of-22-letters_'],
  ['/', { reads: 'ZH-cn' }, '/zh-CN/cny'],
  ['/en', chinese, '/en/usd'],
  ['/zh-CN', english, '/zh-CN/cny'],
  ['/zh-CN/cart', english, '/zh-CN/cny/cart'],
  ['/en/products/gaiwan', { cookies: { locale: 'zh-CN', currency: 'eur' } }, '/en/eur/products/gaiwan'],
]

for (const [address, visitor, page] of routes) {
  test(`${address} is ${page} for ${JSON.stringify(visitor)}`, async () => {
    assert.equal(await routeOf(address, visitor), page)
  })
}

const files = [
  '/api/products',
  '/api/checkout_sessions',
  '/api/webhooks/stripe',
  '/_next/static/chunks/main.js',
  '/products/gaiwan.jpg',
  '/sized/gaiwan-960.avif',
  '/icon.svg',
]

for (const address of files) {
  test(`${address} is not a page’s address, and stays as it is`, async () => {
    for (const visitor of visitors) assert.equal(await pageOf(address, visitor), address)
  })
}

const variants: [address: string, variant: string, page: string][] = [
  ['/products/tea', 'tea-50g', '/en/usd/products/tea/tea-50g'],
  ['/zh-CN/products/tea', 'tea-50g', '/zh-CN/cny/products/tea/tea-50g'],
  ['/en/products/tea', 'a/../b', '/en/usd/products/tea'],
  ['/en/products/tea', '', '/en/usd/products/tea'],
  ['/en/products/tea', 'x'.repeat(65), '/en/usd/products/tea'],
  ['/en/cart', 'tea-50g', '/en/usd/cart'],
]

for (const [address, variant, page] of variants) {
  test(`${address}?variant=${variant} is ${page}: a variant is one by the form of its name`, async () => {
    assert.equal(await routeOf(address, { query: { variant } }), page)
  })
}

const nowhere = [
  '/api/nope',
  '/products/foo.bar',
  '/products/%E0%A4%A',
  '/products/gaiwan/more',
  '/en/products/%E0%A4%A',
  '/en/products/foo.bar',
  '/en/products/tea/tea-50g',
  '/en/usd/products/%E0%A4%A',
  '/en/usd/cart',
  '/zh-CN/cny',
  '/orders/x',
  '/orders/%E0%A4%A',
  '/orders/a-token-of-22-letters_/more',
  '/en/orders/x',
  '/orders/x.avif',
  '/collections/tea/chosen',
  '/en/collections/tea/chosen',
  '/nothing-here',
  '/en/nothing-here',
  '/english',
  '/fr/cart',
]

for (const address of nowhere) {
  test(`${address} leads nowhere, and the shop says so in a language of the visitor’s`, async () => {
    for (const visitor of visitors)
      assert.match((await routeOf(address, visitor)) ?? '', /^\/(en\/usd|zh-CN\/cny)\/nothing$/)
  })
}

const lists: [query: NonNullable<Visitor['query']>, page: string][] = [
  [{}, '/en/usd/collections/tea'],
  [{ utm_source: 'letter' }, '/en/usd/collections/tea'],
  [{ sort: 'featured', from: '', to: '' }, '/en/usd/collections/tea'],
  [{ sort: 'price-up' }, '/en/usd/collections/tea/chosen'],
  [{ sort: ['price-up', 'newest'] }, '/en/usd/collections/tea/chosen'],
  [{ 'in-stock': '1', from: '' }, '/en/usd/collections/tea/chosen'],
  [{ from: '一百' }, '/en/usd/collections/tea/chosen'],
  [{ after: '1-1' }, '/en/usd/collections/tea/chosen'],
]

for (const [query, page] of lists) {
  test(`A collection asked for with ${JSON.stringify(query)} is ${page}`, async () => {
    for (const address of ['/collections/tea', '/en/collections/tea'])
      assert.equal(await routeOf(address, { query }), page)
  })
}

test('Stripe’s events are taken at both addresses, whatever the sender’s language', async () => {
  for (const visitor of visitors)
    assert.equal(await pageOf('/pay/notification/stripe', visitor), '/api/webhooks/stripe')
})

test('Every language meets every currency, at the same address', async () => {
  for (const locale of locales)
    for (const currency of currencies)
      assert.equal(await pageOf('/cart', { cookies: { locale, currency } }), `/${locale}/${currency}/cart`)
})

for (const path of ['/', '/en/success', '/api/products', '/products/gaiwan.jpg', '/nothing-here']) {
  test(`${path}: nothing is guessed at, no other site frames it or learns where a shopper was`, async () => {
    const headers = await headersOf(path)

    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff')
    assert.equal(headers.get('Referrer-Policy'), 'same-origin')
    assert.equal(headers.get('X-Frame-Options'), 'DENY')
    assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin')
    for (const feature of ['camera', 'geolocation', 'microphone', 'usb'])
      assert.ok(headers.get('Permissions-Policy')?.split(', ').includes(`${feature}=()`), feature)
  })
}

test('The policy of scripts is none of the build’s: two of them would forbid each other’s', async () => {
  for (const path of ['/', '/en/cart', '/api/products'])
    assert.equal((await headersOf(path)).get('Content-Security-Policy'), undefined)
})

test('Only pictures may be shown elsewhere', async () => {
  for (const path of ['/products/gaiwan.jpg', '/icon.svg', '/shop.jpg', '/shared/en/shop.jpg'])
    assert.equal((await headersOf(path)).get('Cross-Origin-Resource-Policy'), 'cross-origin', path)
  for (const path of ['/', '/en/cart', '/api/products', '/products/gaiwan', '/_next/static/chunks/main.js'])
    assert.equal((await headersOf(path)).get('Cross-Origin-Resource-Policy'), 'same-origin', path)
})

const keeping: [rule: string | undefined, paths: string[]][] = [
  ['private, no-cache', ['/', '/en', '/products/gaiwan', '/zh-CN/products/gaiwan', '/x.avif', '/en/x.jpg']],
  [
    'private, no-store',
    [
      '/cart',
      '/en/cart',
      '/success',
      '/zh-CN/success',
      '/cancel',
      '/orders/token',
      '/en/orders/token',
      '/orders/x.avif',
      '/mail',
    ],
  ],
  [
    'public, max-age=86400',
    ['/products/gaiwan.jpg', '/sized/gaiwan-320.avif', '/hero.jpg', '/icon.svg', '/shop.jpg'],
  ],
  [undefined, ['/api/products', '/shared/en/shop.jpg', '/_next/static/chunks/main.js']],
]

for (const [rule, paths] of keeping) {
  test(`Caches are told ${rule} for ${paths.join(', ')}`, async () => {
    for (const path of paths) assert.equal((await headersOf(path)).get('Cache-Control'), rule, path)
  })
}

async function headersOf(path: string): Promise<Map<string, string>> {
  const rules = (await config.headers?.()) ?? []
  const matching = rules.filter(({ source }) => getPathMatch(source)(path))
  return new Map(matching.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])))
}
