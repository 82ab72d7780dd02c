import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localStripeForTest, sessionParams } from '../testing/local-stripe-for-test.ts'

test('payment_method_types can be written only before 2026-09-30.', async (t) => {
  const { call } = await localStripeForTest(t)
  const body =
    'mode=payment&success_url=https://shop.test&payment_method_types[]=card&line_items[0][quantity]=1' +
    '&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=900' +
    '&line_items[0][price_data][product_data][name]=Mug'
  const without = await call('POST', '/v1/checkout/sessions', { body })
  assert.deepEqual(without.body.payment_method_types, ['card'])
  const older = { 'Stripe-Version': '2025-09-30.clover' }
  assert.equal((await call('POST', '/v1/checkout/sessions', { body, headers: older })).status, 200)
  const newest = { 'Stripe-Version': '2026-10-28.endive' }
  const refused = await call('POST', '/v1/checkout/sessions', { body, headers: newest })
  assert.deepEqual([refused.status, refused.body.error.code], [400, 'parameter_unknown'])
})

test('Sessions in euros offer SEPA debit, unless it is excluded or not allowed.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const types = async (more: object) =>
    (await stripe.checkout.sessions.create(sessionParams({ currency: 'eur' }, more))).payment_method_types
  assert.deepEqual(await types({}), ['card', 'sepa_debit'])
  assert.deepEqual(await types({ excluded_payment_method_types: ['sepa_debit'] }), ['card'])
  assert.deepEqual(await types({ allowed_payment_method_types: ['sepa_debit', 'klarna'] }), ['sepa_debit'])
  await assert.rejects(types({ allowed_payment_method_types: ['klarna'] }), /No valid payment method types/)
})

test('Methods that are not switched on are offered where a session names them and they fit.', async (t) => {
  const { stripe } = await localStripeForTest(t)
  const all = ['card', 'us_bank_account', 'konbini', 'multibanco', 'alipay', 'wechat_pay'] as const
  const types = async (currency: string, more: object = {}) => {
    const named = { allowed_payment_method_types: [...all], ...more }
    return (await stripe.checkout.sessions.create(sessionParams({ currency }, named))).payment_method_types
  }
  assert.deepEqual(await types('usd'), ['card', 'us_bank_account', 'alipay', 'wechat_pay'])
  assert.deepEqual(await types('jpy'), ['card', 'konbini', 'alipay', 'wechat_pay'])
  assert.deepEqual(await types('eur'), ['card', 'multibanco', 'alipay', 'wechat_pay'])
  assert.deepEqual(await types('usd', { payment_intent_data: { capture_method: 'manual' } }), ['card'])
  assert.deepEqual(await types('usd', { payment_intent_data: { setup_future_usage: 'off_session' } }), [
    'card',
    'us_bank_account',
  ])
})
