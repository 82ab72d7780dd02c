import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSettings } from './env.ts'
import { faultsOf, keys, liveKeys } from './test-settings.ts'

test('With no setting at all the shop is the demo: its own file, its own address, Local Stripe', () => {
  assert.deepEqual(parseSettings({}), {
    databaseUrl: 'file:./data/kiosk.db',
    shopUrl: 'http://localhost:3000',
    stripeSecretKey: 'sk_test_localstripe',
    stripePublishableKey: 'pk_test_localstripe',
    stripeWebhookSecrets: [],
    stripeApiBase: 'http://127.0.0.1:12111',
    trustedProxies: 0,
    rateLimits: 'on',
    shippingCountries: parseSettings({}).shippingCountries,
    promotionCodes: 'on',
    tax: 'none',
    smtpUrl: null,
    mailFrom: null,
    mailFolder: './data/mail',
    contactEmail: null,
    timeZone: 'UTC',
    icpNumber: null,
  })
})

test('The demo follows the ports it is given', () => {
  const { shopUrl, stripeApiBase } = parseSettings({ PORT: '4000', LOCAL_STRIPE_PORT: '12222' })

  assert.equal(shopUrl, 'http://localhost:4000')
  assert.equal(stripeApiBase, 'http://127.0.0.1:12222')
})

test('Settings that are empty or blank are settings that are not there', () => {
  const names = ['DATABASE_URL', 'SHOP_URL', 'STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'PORT']
  const others = ['STRIPE_WEBHOOK_SECRET', 'STRIPE_API_BASE', 'LOCAL_STRIPE_PORT']

  for (const empty of ['', '   ', undefined])
    assert.deepEqual(
      parseSettings(Object.fromEntries([...names, ...others].map((name) => [name, empty]))),
      parseSettings({}),
    )
})

test('With a key of one’s own the shop goes to Stripe itself', () => {
  const { stripeApiBase, stripeSecretKey } = parseSettings(keys)

  assert.equal(stripeApiBase, null)
  assert.equal(stripeSecretKey, keys.STRIPE_SECRET_KEY)
})

test('Restricted keys and live keys are keys', () => {
  assert.equal(
    parseSettings({ ...keys, STRIPE_SECRET_KEY: 'rk_test_0123456789' }).stripeSecretKey,
    'rk_test_0123456789',
  )
  assert.equal(parseSettings(liveKeys).stripeSecretKey, 'sk_live_0123456789')
})

test('A test key may be pointed anywhere', () => {
  const { stripeApiBase } = parseSettings({ ...keys, STRIPE_API_BASE: 'http://localhost:12111/' })

  assert.equal(stripeApiBase, 'http://localhost:12111')
})

test('Blanks around a setting do not count', () => {
  assert.equal(
    parseSettings({ ...keys, STRIPE_SECRET_KEY: `  ${keys.STRIPE_SECRET_KEY}\n` }).stripeSecretKey,
    keys.STRIPE_SECRET_KEY,
  )
})

for (const text of [
  'https://shop.example',
  'https://shop.example/',
  'https://SHOP.example/',
  'https://shop.example:443',
]) {
  test(`SHOP_URL ${text} is the origin https://shop.example`, () => {
    assert.equal(parseSettings({ SHOP_URL: text }).shopUrl, 'https://shop.example')
  })
}

for (const text of [
  'https://shop.example/en',
  'https://shop.example//',
  'https://shop.example/?',
  'https://shop.example?a=b',
  'https://shop.example/#',
  'https://user:hunter2@shop.example',
  'https://user@shop.example/',
]) {
  test(`SHOP_URL ${text} says more than where the shop is, and is refused with what to write`, () => {
    assert.deepEqual(faultsOf({ SHOP_URL: text }), [
      'SHOP_URL: the shop’s address alone, with no path, query, user or password: https://shop.example',
    ])
  })
}

const separators = { 'a comma': ',', 'a blank': ' ', 'a comma and a blank': ', ', 'a new line': '\n' }

for (const [name, separator] of Object.entries(separators)) {
  test(`While a webhook secret is rolled there are two of them, parted by ${name}`, () => {
    const secrets = ['whsec_0123456789abcdef', 'whsec_fedcba9876543210']

    const { stripeWebhookSecrets } = parseSettings({ STRIPE_WEBHOOK_SECRET: secrets.join(separator) })

    assert.deepEqual(stripeWebhookSecrets, secrets)
  })
}

const wrong: [name: string, value: string, fix: RegExp][] = [
  ['DATABASE_URL', 'file:', /a SQLite file such as file:/],
  ['SHOP_URL', 'shop.example', /an address such as https:/],
  ['SHOP_URL', 'ftp://shop.example', /an address such as https:/],
  ['SHOP_URL', 'javascript:alert(1)', /an address such as https:/],
  ['STRIPE_SECRET_KEY', 'pk_test_0123456789', /starts with sk_test_/],
  ['STRIPE_SECRET_KEY', 'sk_test_', /starts with sk_test_/],
  ['STRIPE_SECRET_KEY', 'sk_test_…', /starts with sk_test_/],
  ['STRIPE_PUBLISHABLE_KEY', 'sk_test_0123456789', /starts with pk_test_/],
  ['STRIPE_PUBLISHABLE_KEY', '', /starts with pk_test_/],
  ['STRIPE_WEBHOOK_SECRET', 'whsec_', /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', 'secret', /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', 'whsec_0123456789abcdef,', /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', 'undefined', /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', 'null', /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', 'whsec_undefined', /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', `whsec_${'\u200b'.repeat(16)}`, /starts with whsec_/],
  ['STRIPE_WEBHOOK_SECRET', `whsec_${'…'.repeat(16)}`, /starts with whsec_/],
  ['STRIPE_SECRET_KEY', 'undefined', /starts with sk_test_/],
  ['TRUSTED_PROXIES', 'yes', /how many proxies/],
  ['TRUSTED_PROXIES', '-1', /how many proxies/],
  ['TRUSTED_PROXIES', '1.5', /how many proxies/],
  ['TRUSTED_PROXIES', '127.0.0.1', /how many proxies/],
  ['RATE_LIMITS', 'false', /on; or off/],
  ['SHOP_TIME_ZONE', 'Beijing', /the name of a time zone such as/],
  ['SHOP_TIME_ZONE', '+08:00', /the name of a time zone such as/],
  ['STRIPE_API_BASE', 'localhost:12111', /an address such as https:/],
  ['STRIPE_API_BASE', 'unix:/run/stripe', /an address such as https:/],
]

for (const [name, value, fix] of wrong) {
  test(`${name}=${value} is refused, by its name and with the fix`, () => {
    const [fault, ...more] = faultsOf({ ...keys, [name]: value })

    assert.match(fault ?? '', new RegExp(`^${name}: `))
    assert.match(fault ?? '', fix)
    assert.deepEqual(more, [])
  })
}

test('Every fault is told at once, and none of them shows a secret', () => {
  const secret = 'sk-live-my-own-secret'
  const faults = faultsOf({ ...keys, SHOP_URL: 'x', DATABASE_URL: 'x', STRIPE_SECRET_KEY: secret })

  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    ['DATABASE_URL', 'SHOP_URL', 'STRIPE_SECRET_KEY'],
  )
  assert.ok(!faults.join().includes(secret))
})

test('How many proxies stand before the shop is told as a digit', () => {
  assert.equal(parseSettings({ TRUSTED_PROXIES: ' 2 ' }).trustedProxies, 2)
})

test('A webhook secret of blanks is none, and then no event is believed', () => {
  assert.deepEqual(parseSettings({ ...keys, STRIPE_WEBHOOK_SECRET: ' \t\n' }).stripeWebhookSecrets, [])
})
