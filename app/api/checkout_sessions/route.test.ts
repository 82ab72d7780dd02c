import '#prisma/test-database'
import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { putOnSale } from '#domain/catalogue/test-catalogue'
import { orderOf } from '#domain/orders/test-orders'
import { stockOf } from '#domain/stock/test-stock'
import { closeDatabase, reader } from '#prisma/client'
import { listStripeRequests, stripeUrl } from '#stripe/test-stripe'
import { aRequestTo, aStream, problemOf, type Sent, setCookiesOf } from '../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

mock.method(console, 'error', () => {})
after(closeDatabase)

const path = '/api/checkout_sessions'
const shopper = 'AAAAAAAAAAAAAAAAAAAAAA'

test('Items as JSON give the session and where it is paid', async () => {
  const sku = await putOnSale()

  const answer = await POST(aRequestTo(path, { json: { items: [{ sku, quantity: 2 }] } }))

  assert.equal(answer.status, 200)
  const { id, url, ...more } = await answer.json()
  assert.match(id, /^cs_test_/)
  assert.ok(url.startsWith(`${stripeUrl}/c/pay/`))
  assert.deepEqual(more, {})
  const { total, currency, locale } = await orderOf(id)
  assert.deepEqual({ total, currency, locale }, { total: 2400, currency: 'usd', locale: 'en' })
})

const forms: [title: string, form: (sku: string) => Record<string, string>][] = [
  ['fields of their own', (sku) => ({ sku, quantity: '2' })],
  ['numbered fields', (sku) => ({ 'items[0][sku]': sku, 'items[0][quantity]': '2' })],
]

for (const [title, form] of forms) {
  test(`The same as a form, in ${title}, leads on to the page where it is paid`, async () => {
    const sku = await putOnSale()

    const answer = await POST(aRequestTo(path, { form: form(sku) }))

    assert.equal(answer.status, 303)
    assert.ok(answer.headers.get('location')?.startsWith(`${stripeUrl}/c/pay/`))
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.ok(setCookiesOf(answer)['shopper'])
    assert.deepEqual(await stockOf(sku), { held: 2, sold: 0 })
  })
}

test('A form of several lines is one order', async () => {
  const [cup, pot] = [await putOnSale(), await putOnSale({ prices: { usd: 5200 } })]
  const form = [
    ['sku', cup],
    ['quantity', '1'],
    ['sku', pot],
    ['quantity', '2'],
  ] as const

  const answer = await POST(aRequestTo(path, { form }))

  const order = await orderOf(answer.headers.get('location')?.split('/').at(-1) ?? '')
  assert.equal(order.total, 1200 + 2 * 5200)
})

test('A newcomer becomes a shopper: a secret that no script reads and only this shop gets', async () => {
  const sku = await putOnSale()

  const answer = await POST(aRequestTo(path, { json: { items: [{ sku, quantity: 1 }] } }))

  const { value, attributes } = setCookiesOf(answer)['shopper'] ?? assert.fail('no cookie')
  assert.match(value, /^[\w-]{22}$/)
  assert.deepEqual(attributes, ['Path=/', 'Max-Age=31536000', 'SameSite=Lax', 'HttpOnly', 'Secure'])
  const rows = await reader().order.findMany({ select: { shopper: true } })
  assert.ok(!JSON.stringify(rows).includes(value))
})

test('A known shopper keeps the cookie, and the second click gets the same session', async () => {
  const sku = await putOnSale()
  const sent = { json: { items: [{ sku, quantity: 1 }] }, cookies: { shopper } }

  const [first, second] = [await POST(aRequestTo(path, sent)), await POST(aRequestTo(path, sent))]

  assert.deepEqual(setCookiesOf(first), {})
  assert.deepEqual(await second.json(), await first.json())
})

test('An order from the cart is remembered as that, until the day is over; one from a product’s page is not', async () => {
  const items = [{ sku: await putOnSale(), quantity: 1 }]
  const cookies = { shopper }

  const fromCart = await POST(aRequestTo(path, { json: { items, from: 'cart' }, cookies }))
  const { id } = await fromCart.json()
  const buyNow = await POST(aRequestTo(path, { json: { items }, cookies }))

  assert.deepEqual(setCookiesOf(fromCart)['ordering'], {
    value: id,
    attributes: ['Path=/', 'Max-Age=86400', 'SameSite=Lax', 'HttpOnly', 'Secure'],
  })
  assert.deepEqual(setCookiesOf(buyNow), {})
})

test('Prices, names and currencies of the request’s own are not looked at', async () => {
  const sku = await putOnSale()
  const items = [{ sku, quantity: 1, price: 1, unit_amount: 1, amount: 1, name: 'Gift', currency: 'jpy' }]

  const answer = await POST(
    aRequestTo(path, { json: { items, total: 1, success_url: 'https://evil.example', currency: 'eur' } }),
  )

  const { id } = await answer.json()
  assert.equal((await orderOf(id)).total, 1100)
  const asked = (await listStripeRequests()).at(-1)?.form ?? {}
  assert.ok(!JSON.stringify(asked).includes('evil'))
  assert.equal(asked['line_items[0][price_data][product_data][name]'], 'Tea cup')
})

const markets: [sent: Sent, locale: string, currency: string][] = [
  [{ headers: { 'Accept-Language': 'zh-CN,zh;q=0.9' } }, 'zh-CN', 'cny'],
  [{ cookies: { locale: 'zh-CN', currency: 'jpy' } }, 'zh-CN', 'jpy'],
  [
    { json: { locale: 'zh-CN', currency: 'eur' }, cookies: { locale: 'en', currency: 'jpy' } },
    'zh-CN',
    'eur',
  ],
  [{ json: { locale: 'fr', currency: null } }, 'en', 'usd'],
  [{ json: { currency: 'EUR' } }, 'en', 'eur'],
  [{ cookies: { currency: 'btc' } }, 'en', 'usd'],
]

for (const [sent, locale, currency] of markets) {
  test(`${JSON.stringify(sent)} pays in ${currency} and reads ${locale}`, async () => {
    const sku = await putOnSale()
    const json = { ...Object(sent.json), items: [{ sku, quantity: 1 }] }

    const { id } = await (await POST(aRequestTo(path, { ...sent, json }))).json()

    const order = await orderOf(id)
    assert.deepEqual({ locale: order.locale, currency: order.currency }, { locale, currency })
  })
}

const json = { items: [{ sku: 'no-such-sku', quantity: 1 }] }
const refusals: [title: string, sent: Sent, status: number, code: string][] = [
  ['from another site', { json, headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403, 'forbidden-origin'],
  ['as text', { body: '{}', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-type'],
  ['without a body or its type', {}, 415, 'unsupported-type'],
  ['that is no JSON', { body: '{', headers: { 'Content-Type': 'application/json' } }, 400, 'invalid-body'],
  ['that is a list', { json: [] }, 400, 'invalid-body'],
  ['without items', { json: {} }, 400, 'invalid-items'],
  ['with no item in it', { json: { items: [] } }, 400, 'empty-cart'],
  ['for a sku that is none', { json: { items: [{ sku: '青瓷', quantity: 1 }] } }, 400, 'invalid-items'],
  ['for less than one', { json: { items: [{ sku: 'a', quantity: 0 }] } }, 400, 'invalid-quantity'],
  ['for a text of things', { json: { items: [{ sku: 'a', quantity: '1' }] } }, 400, 'invalid-quantity'],
  ['for what is not sold', { json }, 422, 'unknown-sku'],
  ['in pounds', { json: { ...json, currency: 'gbp' } }, 422, 'unknown-currency'],
  ['in no currency', { json: { ...json, currency: '' } }, 422, 'unknown-currency'],
  ['in a list of them', { json: { ...json, currency: ['usd'] } }, 422, 'unknown-currency'],
  [
    'for more things than an order has',
    { json: { items: Array.from({ length: 200 }, (_, n) => ({ sku: `a-${n}`, quantity: 1 })) } },
    400,
    'too-many-lines',
  ],
]

for (const [title, sent, status, code] of refusals) {
  test(`A request ${title} is refused: ${status} ${code}`, async () => {
    const before = (await listStripeRequests()).length

    const answer = await POST(aRequestTo(path, sent))

    assert.equal(answer.status, status)
    const problem = await problemOf(answer)
    assert.deepEqual({ code: problem['code'], status: problem['status'] }, { code, status })
    assert.deepEqual(setCookiesOf(answer), {})
    assert.equal((await listStripeRequests()).length, before)
  })
}

test('A body of fifty megabytes is refused after its first sixteen kilobytes', async () => {
  const { stream, taken } = aStream(50 * 1024, 1024)

  const answer = await POST(
    aRequestTo(path, { body: stream, headers: { 'Content-Type': 'application/json' } }),
  )

  assert.equal(answer.status, 413)
  assert.ok(taken() <= 18, String(taken()))
})
