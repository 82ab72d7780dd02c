import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest } from '../../testing/local-stripe-for-test.ts'
import { failureOf } from '../../testing/failure-of.ts'
import { findBankAccount } from './test-bank-accounts.ts'
import { findCardByName, findTestCard, hasValidChecksum } from './test-cards.ts'
import { findTestIban } from './test-ibans.ts'

const now = { confirm: true, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const
const dollars = { amount: 2000, currency: 'usd', ...now }

const declines: [id: string, code: string, declineCode: string, last4: string][] = [
  ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline', '0002'],
  ['pm_card_chargeDeclined', 'card_declined', 'generic_decline', '0002'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds', '9995'],
  ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card', '9987'],
  ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card', '9979'],
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card', '0069'],
  ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc', '0127'],
  ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error', '0119'],
  ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded', '6975'],
  ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline', '0341'],
  ['pm_card_radarBlock', 'card_declined', 'fraudulent', '0019'],
  ['pm_card_riskLevelHighest', 'card_declined', 'fraudulent', '4954'],
  ['pm_card_cvcCheckFail', 'incorrect_cvc', 'incorrect_cvc', '0101'],
  ['pm_card_threeDSecureRequiredProcessingError', 'card_declined', 'generic_decline', '1280'],
]

test('Every declining test id is declined with its code.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [payment_method, code, declineCode, last4] of declines) {
    const error = await failureOf(stripe.paymentIntents.create({ ...dollars, payment_method }))
    assert.deepEqual([error.code, error.decline_code], [code, declineCode], payment_method)
    assert.equal(error.payment_method?.card?.last4, last4)
  }
})

const successes: [id: string, brand: string, funding: string, country: string][] = [
  ['pm_card_visa', 'visa', 'credit', 'US'],
  ['pm_card_visa_debit', 'visa', 'debit', 'US'],
  ['pm_card_mastercard_prepaid', 'mastercard', 'prepaid', 'US'],
  ['pm_card_amex', 'amex', 'credit', 'US'],
  ['pm_card_discover', 'discover', 'credit', 'US'],
  ['pm_card_diners', 'diners', 'credit', 'US'],
  ['pm_card_jcb', 'jcb', 'credit', 'JP'],
  ['pm_card_unionpay', 'unionpay', 'credit', 'CN'],
  ['pm_card_br', 'visa', 'credit', 'BR'],
  ['pm_card_de', 'visa', 'credit', 'DE'],
  ['pm_card_visa_cartesBancaires', 'visa', 'credit', 'FR'],
  ['pm_card_threeDSecureOptional', 'visa', 'credit', 'US'],
]

test('Every working test id pays with a new payment method of its brand, funding and country.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [payment_method, brand, funding, country] of successes) {
    const expand = ['payment_method']
    const paid = await stripe.paymentIntents.create({ ...dollars, payment_method, expand })
    const method = paid.payment_method
    assert.ok(typeof method === 'object' && method !== null)
    const { card } = method
    assert.deepEqual(
      [paid.status, card?.brand, card?.funding, card?.country],
      ['succeeded', brand, funding, country],
    )
  }
  const french = await stripe.paymentMethods.retrieve('pm_card_mastercard_cartesBancaires')
  assert.deepEqual(french.card?.networks?.available, ['cartes_bancaires', 'mastercard'])
})

test('The checks of an address are those of the card, where there is an address.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const address = { line1: '1 Main St', postal_code: '10001' }
  const expected = {
    tok_visa: ['pass', 'pass'],
    tok_avsFail: ['fail', 'fail'],
    tok_avsLine1Fail: ['fail', 'pass'],
    tok_avsZipFail: ['pass', 'fail'],
    tok_avsUnchecked: ['unavailable', 'unavailable'],
  }
  for (const [token, checks] of Object.entries(expected)) {
    const { id } = await stripe.paymentMethods.create({
      type: 'card',
      card: { token },
      billing_details: { address },
    })
    await stripe.paymentIntents.create({ ...dollars, payment_method: id })
    const [charge] = (await stripe.charges.list({ limit: 1 })).data
    const { address_line1_check, address_postal_code_check } =
      charge?.payment_method_details?.card?.checks ?? {}
    assert.deepEqual([address_line1_check, address_postal_code_check], checks, token)
  }
  await stripe.paymentIntents.create({ ...dollars, payment_method: 'pm_card_riskLevelElevated' })
  assert.equal((await stripe.charges.list({ limit: 1 })).data[0]?.outcome?.risk_level, 'elevated')
})

test('Without a security code none can be wrong.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const card = { number: '4000000000000101', exp_month: 12, exp_year: 2040 }
  const { id } = await stripe.paymentMethods.create({ type: 'card', card })
  assert.equal((await stripe.paymentIntents.create({ ...dollars, payment_method: id })).status, 'succeeded')
  const checked = await stripe.paymentMethods.create({ type: 'card', card: { ...card, cvc: '123' } })
  const error = await failureOf(stripe.paymentIntents.create({ ...dollars, payment_method: checked.id }))
  assert.equal(error.code, 'incorrect_cvc')
})

test('What follows a payment follows the test id: a warning, a dispute, money that is there at once.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  await stripe.paymentIntents.create({ ...dollars, payment_method: 'pm_card_createIssuerFraudRecord' })
  assert.equal((await stripe.radar.earlyFraudWarnings.list()).data.length, 1)
  await stripe.paymentIntents.create({ ...dollars, payment_method: 'pm_card_createDisputeInquiry' })
  assert.equal((await stripe.disputes.list()).data[0]?.status, 'warning_needs_response')
  await stripe.paymentIntents.create({ ...dollars, payment_method: 'pm_card_createMultipleDisputes' })
  assert.equal((await stripe.disputes.list()).data.length, 3)
})

test('3D Secure is asked for by the card, or by the caller where the card can.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const outcome = async (payment_method: string, more: object = {}) =>
    stripe.paymentIntents.create({ ...dollars, payment_method, ...more }).then(
      (intent) => intent.status,
      (error: { code: string }) => error.code,
    )
  const any = { payment_method_options: { card: { request_three_d_secure: 'any' } } }
  const off = { off_session: true }
  assert.equal(await outcome('pm_card_threeDSecure2Required'), 'requires_action')
  assert.equal(await outcome('pm_card_threeDSecureOptional', any), 'requires_action')
  assert.equal(
    await outcome('pm_card_threeDSecureOptionalProcessingError', any),
    'payment_intent_authentication_failure',
  )
  assert.equal(await outcome('pm_card_visa', any), 'succeeded')
  assert.equal(await outcome('pm_card_amex_threeDSecureNotSupported', any), 'succeeded')
  assert.equal(await outcome('pm_card_authenticationRequiredOnSetup'), 'requires_action')
  assert.equal(await outcome('pm_card_authenticationRequiredOnSetup', off), 'authentication_required')
  assert.equal(await outcome('pm_card_authenticationRequiredSetupForOffSession'), 'requires_action')
  assert.equal(await outcome('pm_card_authenticationRequiredSetupForOffSession', off), 'succeeded')
})

test('Every test number is one of its kind, and nothing else is taken for one.', () => {
  for (const name of ['visa', 'us', 'gb', 'jp', 'createDispute', 'refundFail', 'bypassPending']) {
    assert.ok(hasValidChecksum(findCardByName(name)?.number ?? '1'), name)
  }
  assert.equal(findTestCard('4539578763621486'), null)
  assert.equal(findCardByName('toString'), null)
  assert.equal(findTestIban('IT60X0542811101000000123456')?.course.outcome, 'customer_decline')
  assert.equal(findTestIban('FR3020041010050500013M02609')?.course.delay, 180_000)
  assert.equal(findTestIban('NL55RABO0300065267')?.course.outcome, 'success')
  assert.equal(findTestIban('-'), null)
  assert.equal(findBankAccount('900123456789')?.course.delay, 180_000)
  assert.equal(findBankAccount('000000000009')?.course.delay, null)
  assert.equal(findBankAccount('123456789012'), null)
})
