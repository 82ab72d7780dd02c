import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barePolicy, pagePolicy } from './content-security-policy.ts'

const shop = { shopUrl: 'https://shop.example', stripeApiBase: null }
const demo = { shopUrl: 'http://localhost:3000', stripeApiBase: 'http://127.0.0.1:12111' }
const inline = { scripts: ["'sha256-abc='"], styles: ["'sha256-def='"] }

test('Of scripts those run that are the shop’s, Stripe’s or named by a hash or a nonce; none for being inline', () => {
  const policy = directivesOf(pagePolicy(shop, inline))

  assert.deepEqual(policy.get('script-src'), [
    "'self'",
    "'sha256-abc='",
    'https://js.stripe.com',
    'https://*.js.stripe.com',
  ])
  for (const [name, sources] of policy)
    for (const unsafe of ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", '*', 'https:', 'data:'])
      assert.ok(!sources.includes(unsafe) || (name === 'img-src' && unsafe === 'data:'), `${name} ${unsafe}`)
})

test('Of style sheets those count that are the shop’s, and within a page those named by a hash', () => {
  assert.deepEqual(directivesOf(pagePolicy(shop, inline)).get('style-src'), ["'self'", "'sha256-def='"])
})

test('What is not named is not allowed, and nobody frames a page or bends its addresses', () => {
  for (const [name, sources] of Object.entries({
    'default-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  }))
    assert.deepEqual(directivesOf(pagePolicy(shop, inline)).get(name), sources)
  assert.equal(barePolicy, "default-src 'none'; frame-ancestors 'none'")
})

test('A form without script may lead to the payment page, at Stripe or where Stripe is said to be', () => {
  assert.deepEqual(directivesOf(pagePolicy(shop, inline)).get('form-action'), [
    "'self'",
    'https://checkout.stripe.com',
  ])
  for (const name of ['form-action', 'script-src', 'connect-src'])
    assert.ok(directivesOf(pagePolicy(demo, inline)).get(name)?.includes(demo.stripeApiBase), name)
})

test('Only a shop with https asks for nothing but https', () => {
  assert.ok(directivesOf(pagePolicy(shop, inline)).has('upgrade-insecure-requests'))
  assert.ok(!directivesOf(pagePolicy(demo, inline)).has('upgrade-insecure-requests'))
})

test('While the shop is developed React may evaluate and styles may come late, and inline scripts still may not', () => {
  const policy = directivesOf(pagePolicy(demo, { ...inline, development: true }))

  assert.ok(policy.get('script-src')?.includes("'unsafe-eval'"))
  assert.ok(!policy.get('script-src')?.includes("'unsafe-inline'"))
  // Beside a hash it would count for nothing.
  assert.deepEqual(policy.get('style-src'), ["'self'", "'unsafe-inline'"])
  assert.ok(policy.get('connect-src')?.includes('ws:'))
})

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}
