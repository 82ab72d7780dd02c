import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureOf } from '../../testing/failure-of.ts'
import { localStripeForTest } from '../../testing/local-stripe-for-test.ts'

const now = { confirm: true, automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const
const dollars = { amount: 2000, currency: 'usd' }

const wrong: [params: Record<string, unknown>, message: RegExp, code?: string][] = [
  [{ amount: 0 }, /greater than or equal to 1/, 'parameter_invalid_integer'],
  [{ amount: 49 }, /at least \$0\.50 usd/, 'amount_too_small'],
  [{ amount: 10, currency: 'inr' }, /must convert to at least 50 cents/, 'amount_too_small'],
  [{ amount: 100_000_000 }, /no more than \$999,999\.99/, 'amount_too_large'],
  [{ currency: 'xxx' }, /Invalid currency/],
  [{ amount: 5124, currency: 'kwd' }, /kwd amounts must be divisible by 10/],
  [{ amount: 10_050, currency: 'isk' }, /isk amounts must be divisible by 100/],
  [{ customer: 'cus_none' }, /No such customer: 'cus_none'/, 'resource_missing'],
  [{ payment_method: 'pm_none' }, /No such PaymentMethod: 'pm_none'/, 'resource_missing'],
  [{ payment_method: 'pm_card_visa', payment_method_data: { type: 'card' } }, /only specify one/],
  [{ payment_method_data: { type: 'card', card: { token: 'tok_none' } } }, /No such token/],
  [{ payment_method_data: { type: 'oxxo' } }, /not allowed for this PaymentIntent/],
  [{ off_session: true }, /can only be used with `confirm=true`/],
  [now, /missing a payment method/, 'payment_intent_unexpected_state'],
  [{ payment_method: 'pm_success_de' }, /\(sepa_debit\) is not allowed/],
  [{ allowed_payment_method_types: ['oxxo'] }, /No valid payment method types/],
  [{ statement_descriptor_suffix: '12345' }, /at least one alphabetic/],
  [{ application_fee_amount: 100 }, /does not imitate/, 'local_stripe_not_imitated'],
]

test('What cannot be is refused in Stripe’s words, and nothing is made.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  for (const [params, message, code] of wrong) {
    const create = stripe.paymentIntents.create({ ...dollars, ...params })
    const error = await failureOf(create)
    assert.match(error.message, message)
    if (code !== undefined) assert.equal(error.code, code)
  }
  assert.equal((await stripe.paymentIntents.list()).data.length, 0)
  assert.equal((await stripe.paymentMethods.list()).data.length, 0)
  await assert.rejects(stripe.paymentIntents.retrieve('pi_none'), /No such payment_intent: 'pi_none'/)
  await assert.rejects(stripe.paymentIntents.capture('pi_none'), /No such payment_intent/)
})
