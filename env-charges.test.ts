import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSettings } from './env.ts'
import { faultsOf, keys } from './test-settings.ts'

test('Countries are named by two capital letters each, and only those that Stripe’s page can ship to', () => {
  assert.deepEqual(parseSettings({ SHIPPING_COUNTRIES: 'CN, US DE  CN' }).shippingCountries, [
    'CN',
    'US',
    'DE',
  ])
  assert.ok(parseSettings({}).shippingCountries.includes('CN'))
  assert.match(faultsOf({ SHIPPING_COUNTRIES: 'China' }).join(), /^SHIPPING_COUNTRIES: two capital letters/)
  assert.match(faultsOf({ SHIPPING_COUNTRIES: 'CN KP' }).join(), /^SHIPPING_COUNTRIES: .*cannot ship to KP$/)
})

test('Discount codes are asked for unless they are switched off', () => {
  assert.equal(parseSettings({ PROMOTION_CODES: 'off' }).promotionCodes, 'off')
  assert.match(faultsOf({ PROMOTION_CODES: 'no' }).join(), /^PROMOTION_CODES: on/)
})

test('Taxes are none, Stripe’s own reckoning or rates by their ids; what Local Stripe cannot reckon is refused before anybody pays', () => {
  assert.equal(parseSettings({}).tax, 'none')
  assert.equal(parseSettings({ ...keys, TAX: 'automatic' }).tax, 'automatic')
  assert.deepEqual(parseSettings({ TAX: 'txr_1AbC, txr_2DeF' }).tax, ['txr_1AbC', 'txr_2DeF'])
  assert.match(faultsOf({ TAX: 'automatic' }).join(), /^TAX: Local Stripe does not know Stripe Tax/)
  assert.match(faultsOf({ TAX: '19%' }).join(), /^TAX: none; automatic/)
})
