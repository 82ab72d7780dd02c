import { shopUrl } from '#stripe/test-stripe'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { cartCookie } from './cart-cookie.ts'
import { cookieText, isShopper, knownShopper, shopperOf } from './shopper.ts'
import { aRequestTo } from '../requests/test-requests.ts'

const secret = 'AAAAAAAAAAAAAAAAAAAAA_'
const notSecrets = [
  '',
  'short',
  `${secret}A`,
  secret.slice(1),
  'A'.repeat(21) + '!',
  '茶'.repeat(22),
  `${secret} `,
]

test('A browser that comes with its cookie is the same shopper each time, and gets no other cookie', () => {
  const [first, second] = [1, 2].map(() => shopperOf(aRequestTo('/', { cookies: { shopper: secret } })))

  assert.deepEqual(first, second)
  assert.equal(first?.setCookie, null)
  assert.equal(first?.hash, knownShopper(secret))
  assert.ok(!first?.hash.includes(secret))
})

for (const cookie of [undefined, ...notSecrets]) {
  test(`A browser with the cookie ${JSON.stringify(cookie)} is a newcomer`, () => {
    // What cannot be sent as a header never arrives.
    const sendable = cookie !== undefined && /^[\u0020-\u007E]*$/.test(cookie)
    const request = aRequestTo('/', sendable ? { cookies: { shopper: cookie.trim() } } : {})
    const expected = cookie?.trim() === secret ? null : /^shopper=[\w-]{22};/

    const { setCookie } = shopperOf(request)

    if (expected) assert.match(setCookie ?? '', expected)
    else assert.equal(setCookie, null)
  })
}

test('Chance makes the newcomer’s secret: 128 bits of it, and no two alike', () => {
  const asked: number[] = []
  const random = (size: number) => {
    asked.push(size)
    return Buffer.alloc(size, 255)
  }

  const { setCookie } = shopperOf(aRequestTo('/'), random)

  assert.deepEqual(asked, [16])
  assert.match(setCookie ?? '', /^shopper=_{21}w; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure$/)
  const hashes = Array.from({ length: 100 }, () => shopperOf(aRequestTo('/')).hash)
  assert.equal(new Set(hashes).size, 100)
})

test('Only the browser that placed an order is its shopper', () => {
  const hash = knownShopper(secret) ?? ''

  assert.equal(isShopper(secret, hash), true)
  for (const other of [undefined, ...notSecrets, hash, 'AAAAAAAAAAAAAAAAAAAAAA'])
    assert.equal(isShopper(other, hash), false, String(other))
})

test('Nobody is the shopper of an order without one', () => {
  const noHashes = ['', 'x', '茶', 'A'.repeat(43)]

  for (const hash of noHashes)
    for (const cookie of [undefined, '', secret, hash]) assert.equal(isShopper(cookie, hash), false)
})

test('The hash of the empty text opens nothing', () => {
  const hashOfNothing = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'

  for (const cookie of [undefined, '', 'short']) assert.equal(isShopper(cookie, hashOfNothing), false)
})

test('No cookie’s text makes the comparison fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (cookie, hash) => {
      assert.equal(typeof isShopper(cookie, hash), 'boolean')
    }),
  )
})

test('Cookies are sent to this shop only, over https where it has it, and to scripts only where they must be', () => {
  assert.ok(shopUrl.startsWith('https:'))
  const cookie = { name: 'a', value: 'b', maxAge: 60 }

  assert.equal(
    cookieText({ ...cookie, httpOnly: true }),
    'a=b; Path=/; Max-Age=60; SameSite=Lax; HttpOnly; Secure',
  )
  assert.equal(cookieText({ ...cookie, httpOnly: false }), 'a=b; Path=/; Max-Age=60; SameSite=Lax; Secure')
})

test('A cart is kept for thirty days, and an empty one is forgotten', () => {
  assert.equal(
    cartCookie([{ sku: 'mug', quantity: 2 }]),
    'cart=mug:2; Path=/; Max-Age=2592000; SameSite=Lax; Secure',
  )
  assert.equal(cartCookie([]), 'cart=; Path=/; Max-Age=0; SameSite=Lax; Secure')
})
