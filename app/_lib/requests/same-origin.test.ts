import { shopUrl } from '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameOrigin } from './same-origin.ts'

const evil = 'https://evil.example'
const senders: [title: string, headers: Record<string, string>, may: boolean][] = [
  ['no browser at all', {}, true],
  ['a page of the shop', { 'Sec-Fetch-Site': 'same-origin', Origin: shopUrl }, true],
  ['a page of the shop, in an old browser', { Origin: shopUrl }, true],
  ['a page of the shop that hides its origin', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, true],
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: evil }, false],
  ['another site in an old browser', { Origin: evil }, false],
  ['another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }, false],
  ['a sandboxed frame in an old browser', { Origin: 'null' }, false],
  [
    'another name of the same site',
    { 'Sec-Fetch-Site': 'same-site', Origin: 'https://blog.shop.example' },
    false,
  ],
  ['another site that claims the shop’s origin', { 'Sec-Fetch-Site': 'cross-site', Origin: shopUrl }, false],
  ['an address typed in', { 'Sec-Fetch-Site': 'none' }, false],
  ['a word that no browser sends', { 'Sec-Fetch-Site': 'same-origin, cross-site' }, false],
  ['the shop’s name over http', { Origin: 'http://shop.example' }, false],
  ['the shop’s name at another port', { Origin: `${shopUrl}:8443` }, false],
  ['a name that begins as the shop’s', { Origin: `${shopUrl}.evil.example` }, false],
  ['a name that ends as the shop’s', { Origin: 'https://evilshop.example' }, false],
  ['an empty origin', { Origin: '' }, false],
  ['a stranger’s name that leads to the shop', { 'Sec-Fetch-Site': 'same-origin', Origin: evil }, false],
  ['this machine, where the shop is elsewhere', { Origin: 'http://localhost:3000' }, false],
  ['the shop’s name in capitals, as no browser writes it', { Origin: 'https://SHOP.example' }, false],
  ['the shop’s name with its port, as no browser writes it', { Origin: `${shopUrl}:443` }, false],
  ['the shop’s name with a path, as no browser writes it', { Origin: `${shopUrl}/` }, false],
  ['two origins', { Origin: `${shopUrl}, ${evil}` }, false],
  ['nobody, said in an empty word', { 'Sec-Fetch-Site': '' }, false],
]

for (const [title, headers, may] of senders) {
  test(`A request from ${title} is ${may ? 'taken' : 'refused'}`, () => {
    assert.equal(isSameOrigin(new Request(shopUrl, { method: 'POST', headers })), may)
  })
}

test('A shop on one’s own machine takes what comes from any of the machine’s names for itself, at its own port', () => {
  const shop = 'http://localhost:3000'
  const comesFrom = (Origin: string) =>
    isSameOrigin(
      new Request(shop, { method: 'POST', headers: { Origin, 'Sec-Fetch-Site': 'same-origin' } }),
      shop,
    )

  for (const origin of [shop, 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    assert.ok(comesFrom(origin), origin)
  for (const origin of [
    'http://127.0.0.1:3001',
    'https://127.0.0.1:3000',
    'http://localhost.evil.example:3000',
    'http://evil.example:3000',
    'http://127.0.0.2:3000',
  ])
    assert.equal(comesFrom(origin), false, origin)
})

test('The Host header is not asked: it says what its sender likes', () => {
  const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Origin: evil }

  assert.equal(isSameOrigin(new Request(evil, { method: 'POST', headers })), false)
})
