// Settings of a shop that takes real money.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLive, parseSettings } from './env.ts'
import { faultsOf, keys, liveKeys } from './test-settings.ts'

test('Keys of two modes are refused, both ways round', () => {
  for (const mixed of [
    { ...keys, STRIPE_SECRET_KEY: liveKeys.STRIPE_SECRET_KEY },
    { ...keys, STRIPE_PUBLISHABLE_KEY: liveKeys.STRIPE_PUBLISHABLE_KEY },
  ])
    assert.match(faultsOf(mixed).join(), /STRIPE_PUBLISHABLE_KEY: both keys are of one mode/)
})

test('A publishable key of live mode does not turn the demo into a shop', () => {
  assert.match(
    faultsOf({ STRIPE_PUBLISHABLE_KEY: liveKeys.STRIPE_PUBLISHABLE_KEY }).join(),
    /both keys are of one mode/,
  )
})

test('Whether a key is a live one is told by its beginning alone', () => {
  assert.deepEqual(['sk_live_1', 'rk_live_1', 'pk_live_1'].map(isLive), [true, true, true])
  assert.deepEqual(['sk_test_1', 'pk_test_live_', '', 'x_sk_live_1'].map(isLive), [
    false,
    false,
    false,
    false,
  ])
})

test('A live key wants the shop at a public https address', () => {
  for (const SHOP_URL of ['', 'http://localhost:3000', 'http://shop.example.com']) {
    assert.match(faultsOf({ ...liveKeys, SHOP_URL }).join(), /^SHOP_URL: with a live key/)
  }
})

test('Limits can be switched off to measure, but not in a shop that takes real money', () => {
  assert.equal(parseSettings({ ...keys, RATE_LIMITS: 'off' }).rateLimits, 'off')
  for (const key of [liveKeys.STRIPE_SECRET_KEY, 'rk_live_0123456789'])
    assert.match(
      faultsOf({ ...liveKeys, STRIPE_SECRET_KEY: key, RATE_LIMITS: 'off' }).join(),
      /^RATE_LIMITS: a shop that takes real money keeps its limits/,
    )
})

for (const base of ['http://127.0.0.1:12111', 'https://api.stripe.com', 'https://proxy.example']) {
  test(`A live key goes to Stripe only, never to ${base}`, () => {
    assert.match(faultsOf({ ...liveKeys, STRIPE_API_BASE: base }).join(), /^STRIPE_API_BASE: a live key/)
    assert.match(
      faultsOf({ ...liveKeys, STRIPE_SECRET_KEY: 'rk_live_0123456789', STRIPE_API_BASE: base }).join(),
      /^STRIPE_API_BASE: a live key/,
    )
  })
}
