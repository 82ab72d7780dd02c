import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequestTo } from '../../_lib/requests/test-requests.ts'
import { GET } from './route.ts'

const token = 'a-token_of-22-letters_'

for (const back of [
  `/en/orders/${token}`,
  `/zh-CN/orders/${token}`,
  '/en/success?session_id=cs_test_a1',
  '/zh-CN/cancel',
  '/cancel',
]) {
  test(`Whoever came from ${back} reads why they wait, in that page’s language, and is led back`, async () => {
    const answer = ask({ seconds: '7', back })

    assert.equal(answer.status, 429)
    assert.equal(answer.headers.get('retry-after'), '7')
    assert.equal(answer.headers.get('refresh'), `7; url=${back}`)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.match(await answer.text(), back.includes('zh-CN') ? /请求太频繁了/ : /Too many requests/)
  })
}

for (const back of [
  'https://evil.example/',
  '//evil.example/en/cancel',
  '/\\evil.example',
  '/en/orders/../../evil',
  '/en/success?session_id=x;url=https://evil.example',
  '/en/success?session_id=cs_test_a1&x=1',
  'javascript:alert(1)',
  '/en/cancel\r\nSet-Cookie: a=b',
  '',
]) {
  test(`Nobody is led to ${JSON.stringify(back)}, but to the shop`, () => {
    assert.equal(ask({ seconds: '7', back }).headers.get('refresh'), '7; url=/')
  })
}

for (const [seconds, wait] of [
  ['', '1'],
  ['0', '1'],
  ['-5', '1'],
  ['NaN', '1'],
  ['1e9', '60'],
  ['<b>', '1'],
] as const) {
  test(`“${seconds}” seconds are ${wait}`, () => {
    assert.equal(ask({ seconds, back: '/en/cancel' }).headers.get('retry-after'), wait)
  })
}

function ask(search: Record<string, string>): Response {
  return GET(aRequestTo(`/api/wait?${new URLSearchParams(search)}`, { method: 'GET' }))
}
