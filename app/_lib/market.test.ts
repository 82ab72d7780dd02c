import '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { marketOf, prefersChinese, readCookies } from './market.ts'
import { aRequestTo, type Sent } from './requests/test-requests.ts'

const languages: [acceptLanguage: string, locale: string][] = [
  ['', 'en'],
  ['*', 'en'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['fr-FR,de;q=0.8', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-TW,zh;q=0.9', 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['fr,zh;q=0.5,en;q=0.4', 'zh-CN'],
  ['fr,en;q=0.5,zh;q=0.4', 'en'],
  ['ZH-cn', 'zh-CN'],
  ['EN,zh', 'en'],
  ['zha', 'en'],
  ['enzh', 'en'],
  ['sven,zh', 'zh-CN'],
]

for (const [acceptLanguage, locale] of languages) {
  test(`“${acceptLanguage}” reads ${locale}`, () => {
    assert.equal(marketOf(anyRequest({ headers: { 'Accept-Language': acceptLanguage } })).locale, locale)
  })
}

test('A header of thirty thousand letters is read at once', () => {
  const matches = new RegExp(`^${prefersChinese}$`)
  const started = performance.now()

  for (const text of [
    'zh,'.repeat(10_000),
    'e'.repeat(30_000),
    'z-h'.repeat(10_000),
    `${'x,'.repeat(15_000)}en`,
  ])
    matches.test(text)

  assert.ok(performance.now() - started < 500)
})

const choices: [title: string, sent: Sent, asked: object, locale: string, currency: string][] = [
  ['nothing said', {}, {}, 'en', 'usd'],
  ['a language asked for', {}, { locale: 'zh-CN' }, 'zh-CN', 'cny'],
  ['a language chosen before', { cookies: { locale: 'zh-CN' } }, {}, 'zh-CN', 'cny'],
  ['a currency chosen before', { cookies: { currency: 'jpy' } }, {}, 'en', 'jpy'],
  [
    'asked otherwise than chosen before',
    { cookies: { locale: 'zh-CN', currency: 'jpy' } },
    { locale: 'en', currency: 'eur' },
    'en',
    'eur',
  ],
  ['cookies of nonsense', { cookies: { locale: 'xx', currency: 'btc' } }, {}, 'en', 'usd'],
  ['nonsense asked for', {}, { locale: ['zh-CN'], currency: { usd: 1 } }, 'en', 'usd'],
  ['nonsense asked for over a choice', { cookies: { locale: 'zh-CN' } }, { locale: 'xx' }, 'zh-CN', 'cny'],
]

for (const [title, sent, asked, locale, currency] of choices) {
  test(`With ${title} the market is ${locale} and ${currency}`, () => {
    assert.deepEqual(marketOf(anyRequest(sent), asked), { locale, currency })
  })
}

test('Cookies are read by name, with whatever their values hold', () => {
  const cookies = readCookies('cart=mug:1.pot:2; shopper=a=b==;  empty=; alone; __proto__=x')

  assert.equal(cookies.get('cart'), 'mug:1.pot:2')
  assert.equal(cookies.get('shopper'), 'a=b==')
  assert.equal(cookies.get('empty'), '')
  assert.equal(cookies.get('alone'), '')
  assert.equal(cookies.get('__proto__'), 'x')
  assert.equal(cookies.get('toString'), undefined)
  assert.equal(cookies.get('cart '), undefined)
})

test('No header, and no header’s text, makes the reading of cookies fail', () => {
  assert.equal(readCookies(null).get('cart'), undefined)
  fc.assert(fc.property(fc.string(), (text) => assert.ok(readCookies(text) instanceof Map)))
})

function anyRequest(sent: Sent): Request {
  return aRequestTo('/', { method: 'GET', ...sent })
}
