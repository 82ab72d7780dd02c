import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from 'stripe'
import { failureOf } from '../testing/failure-of.ts'
import { localStripeForTest } from '../testing/local-stripe-for-test.ts'

const now = { confirm: true, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const
const accepted = {
  mandate_data: { customer_acceptance: { type: 'offline' } },
} as const satisfies Partial<Stripe.PaymentIntentCreateParams>
const euros = { amount: 2000, currency: 'eur', ...now }
const dollars = { amount: 2000, currency: 'usd', ...now }

const ibans: [id: string, after: number, status: string, code?: string][] = [
  ['pm_success_at', 1, 'succeeded'],
  ['pm_sepaDebit_success_de', 1, 'succeeded'],
  ['pm_successDelayed_fr', 181, 'succeeded'],
  ['pm_failed_es', 1, 'requires_payment_method', 'payment_method_customer_decline'],
  ['pm_failedDelayed_nl', 181, 'requires_payment_method', 'payment_method_customer_decline'],
  ['pm_exceedsWeeklyVolumeLimit_be', 1, 'requires_payment_method', 'charge_exceeds_source_limit'],
  ['pm_insufficientFunds_pt', 1, 'requires_payment_method', 'insufficient_funds'],
]

test('A SEPA debit is processing, and ends as its IBAN says.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  for (const [payment_method, after, status, code] of ibans) {
    const debit = await stripe.paymentIntents.create({ ...euros, ...accepted, payment_method })
    assert.equal(debit.status, 'processing', payment_method)
    if (after > 100) {
      await control('POST', '/clock/advance', { seconds: 170 })
      assert.equal((await stripe.paymentIntents.retrieve(debit.id)).status, 'processing')
    }
    await control('POST', '/clock/advance', { seconds: after })
    const ended = await stripe.paymentIntents.retrieve(debit.id)
    assert.deepEqual([ended.status, ended.last_payment_error?.code], [status, code], payment_method)
  }
  await stripe.paymentIntents.create({ ...euros, ...accepted, payment_method: 'pm_disputed_ie' })
  await control('POST', '/clock/advance', { seconds: 1 })
  assert.equal((await stripe.disputes.list()).data.length, 1)
})

test('A debit wants a mandate.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const debit = stripe.paymentIntents.create({ ...euros, payment_method: 'pm_success_at' })
  await assert.rejects(debit, /requires a mandate, but no existing mandate was found/)
})

const accounts: [name: string, status: string, code?: string][] = [
  ['success', 'succeeded'],
  ['accountClosed', 'requires_payment_method', 'account_closed'],
  ['noAccount', 'requires_payment_method', 'no_account'],
  ['insufficientFunds', 'requires_payment_method', 'insufficient_funds'],
  ['debitNotAuthorized', 'requires_payment_method', 'debit_not_authorized'],
  ['processing', 'processing'],
]

test('An American account is verified by two deposits, and then its debit goes as the account says.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  for (const [name, status, code] of accounts) {
    const payment_method = `pm_usBankAccount_${name}`
    const waiting = await stripe.paymentIntents.create({ ...dollars, ...accepted, payment_method })
    assert.equal(waiting.next_action?.type, 'verify_with_microdeposits')
    for (const answer of [{ amounts: [1, 2] }, { descriptor_code: 'toString' }]) {
      const wrong = await failureOf(stripe.paymentIntents.verifyMicrodeposits(waiting.id, answer))
      assert.match(wrong.code ?? '', /mismatch/)
    }
    const verified = await stripe.paymentIntents.verifyMicrodeposits(waiting.id, { amounts: [32, 45] })
    assert.equal(verified.status, 'processing')
    await control('POST', '/clock/advance', { seconds: 1 })
    const ended = await stripe.paymentIntents.retrieve(waiting.id)
    assert.deepEqual([ended.status, ended.last_payment_error?.code], [status, code], name)
    if (status === 'processing') {
      assert.equal((await stripe.paymentIntents.cancel(waiting.id)).status, 'canceled')
    }
  }
  const blocked = await stripe.paymentIntents.create({
    ...dollars,
    ...accepted,
    payment_method: 'pm_usBankAccount_failMicrodeposits',
  })
  await control('POST', '/clock/advance', { seconds: 1 })
  const { last_payment_error } = await stripe.paymentIntents.retrieve(blocked.id)
  assert.equal(last_payment_error?.code, 'payment_method_microdeposit_failed')
})

const vouchers: [email: string, after: number, status: string][] = [
  ['ann@example.com', 181, 'succeeded'],
  ['ann.succeed_immediately@example.com', 1, 'succeeded'],
  ['expire_immediately@example.com', 1, 'requires_payment_method'],
  ['expire_with_delay@example.com', 181, 'requires_payment_method'],
  ['fill_never@example.com', 12 * 24 * 3600, 'requires_payment_method'],
]

test('A voucher waits, and is paid or expires as the e-mail address says.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  for (const [type, currency] of [
    ['konbini', 'jpy'],
    ['multibanco', 'eur'],
  ] as const) {
    for (const [email, after, status] of vouchers) {
      const voucher = await stripe.paymentIntents.create({
        ...now,
        amount: 2000,
        currency,
        payment_method_data: { type, billing_details: { email, name: 'Ann' } },
      })
      assert.equal(voucher.next_action?.type, `${type}_display_details`)
      await control('POST', '/clock/advance', { seconds: after })
      const ended = await stripe.paymentIntents.retrieve(voucher.id, { expand: ['latest_charge'] })
      assert.equal(ended.status, status, `${type} ${email}`)
      const expired = 'payment_intent_payment_attempt_expired'
      if (status === 'succeeded') assert.match(JSON.stringify(ended.latest_charge), new RegExp(`"${type}"`))
      else assert.equal(ended.last_payment_error?.code, expired)
    }
  }
})

test('A confirmation number decides before the e-mail address, and a voucher that is canceled stays so.', async (t) => {
  const { stripe, control } = await localStripeForTest(t)
  const params = {
    ...now,
    amount: 2000,
    currency: 'jpy',
    payment_method_data: {
      type: 'konbini',
      billing_details: { email: 'fill_never@example.com', name: 'Ann' },
    },
    payment_method_options: { konbini: { confirmation_number: '22222222220' } },
  } as const
  const { id, next_action } = await stripe.paymentIntents.create(params)
  const { stores } = next_action?.konbini_display_details ?? {}
  assert.equal(stores?.lawson?.confirmation_number, '22222222220')
  await control('POST', '/clock/advance', { seconds: 1 })
  assert.equal((await stripe.paymentIntents.retrieve(id)).status, 'succeeded')
  const unwanted = await stripe.paymentIntents.create(params)
  await stripe.paymentIntents.cancel(unwanted.id)
  await control('POST', '/clock/advance', { seconds: 1 })
  assert.equal((await stripe.paymentIntents.retrieve(unwanted.id)).status, 'canceled')
})
