import { shopUrl } from '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequestTo, problemOf, setCookiesOf } from '../../_lib/requests/test-requests.ts'
import { POST } from './route.ts'

const host = new URL(shopUrl).host

for (const [name, value] of [
  ['locale', 'zh-CN'],
  ['locale', 'en'],
  ['currency', 'jpy'],
] as const) {
  test(`The ${name} ${value} is remembered for a year`, async () => {
    const answer = await choose({ [name]: value })

    assert.equal(answer.status, 303)
    assert.deepEqual(setCookiesOf(answer), {
      [name]: { value, attributes: ['Path=/', 'Max-Age=31536000', 'SameSite=Lax', 'HttpOnly', 'Secure'] },
    })
  })
}

const ways: [from: string, fields: Record<string, string>, to: string][] = [
  ['/en/products/gaiwan', { currency: 'jpy' }, '/en/products/gaiwan'],
  ['/en/products/gaiwan', { locale: 'zh-CN' }, '/zh-CN/products/gaiwan'],
  ['/zh-CN', { locale: 'en' }, '/en'],
  ['/zh-CN?a=b', { locale: 'en' }, '/en?a=b'],
  ['/products/gaiwan', { locale: 'zh-CN' }, '/products/gaiwan'],
  ['/english/page', { locale: 'zh-CN' }, '/english/page'],
  ['/', { locale: 'zh-CN' }, '/'],
  ['/en/success?session_id=cs_test_1', { locale: 'zh-CN' }, '/zh-CN/success?session_id=cs_test_1'],
  ['/en/cart?problem=sold-out#top', { currency: 'cny' }, '/en/cart?problem=sold-out'],
]

for (const [from, fields, to] of ways) {
  test(`Choosing ${JSON.stringify(fields)} on ${from} leads to ${to}`, async () => {
    assert.equal((await choose(fields, `${shopUrl}${from}`)).headers.get('location'), to)
  })
}

const strange = [
  undefined,
  '',
  'about:blank',
  'https://evil.example/en',
  `https://${host}.evil.example/en`,
  `https://${host}:8443/en`,
  `${shopUrl}//evil.example`,
  `${shopUrl}/\\evil.example`,
  `${shopUrl}/.//evil.example`,
  `${shopUrl}/..//evil.example/%2e%2e//evil.example`,
  `${shopUrl}/\t/evil.example`,
  `${shopUrl}/en//evil.example`,
  `https://${host}@evil.example/`,
  `javascript://${host}/%0aalert(1)`,
]

for (const referer of strange) {
  test(`Coming from ${JSON.stringify(referer)}, one stays in the shop`, async () => {
    for (const fields of [{ locale: 'zh-CN' }, { currency: 'eur' }]) {
      const location = (await choose(fields, referer)).headers.get('location') ?? ''

      assert.equal(new URL(location, shopUrl).origin, shopUrl)
      assert.match(location, /^\/(?![/\\])/)
    }
  })
}

for (const protocol of ['ftp', 'ws', 'wss', 'javascript', 'data', 'file', 'x']) {
  test(`A page of ${protocol}: is none to go back to, though it bears the shop’s name`, async () => {
    const { headers } = await choose({ locale: 'en' }, `${protocol}://${host}/en/cart`)

    assert.equal(headers.get('location'), '/')
  })
}

for (const fields of [
  {},
  { locale: 'fr' },
  { currency: 'gbp' },
  { locale: '../evil' },
  { currency: 'usd; Path=/x' },
]) {
  test(`${JSON.stringify(fields)} is no choice, and nothing is remembered`, async () => {
    const answer = await POST(aRequestTo('/api/preferences', { json: fields }))

    assert.equal(answer.status, 400)
    assert.equal((await problemOf(answer))['code'], 'invalid-preference')
    assert.deepEqual(setCookiesOf(answer), {})
    const form = await choose(fields, `${shopUrl}/en/cart`)
    assert.deepEqual(setCookiesOf(form), {})
    assert.equal(form.headers.get('location'), '/')
  })
}

test('Another site chooses nothing for anybody', async () => {
  const answer = await POST(
    aRequestTo('/api/preferences', {
      form: { locale: 'zh-CN' },
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    }),
  )

  assert.equal(answer.status, 403)
  assert.deepEqual(setCookiesOf(answer), {})
})

test('What is no form and no JSON is refused', async () => {
  const body = { body: 'locale: en', headers: { 'Content-Type': 'text/yaml' } }

  assert.equal((await POST(aRequestTo('/api/preferences', body))).status, 415)
})

function choose(form: Record<string, string>, referer?: string): Promise<Response> {
  const headers = { Host: host, ...(referer !== undefined && { Referer: referer }) }
  return POST(aRequestTo('/api/preferences', { form, headers }))
}
