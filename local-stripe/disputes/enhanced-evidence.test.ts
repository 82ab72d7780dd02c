import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, sessionParams } from '../testing/local-stripe-for-test.ts'
import { payWithCard } from '../testing/pay.ts'
import { paidSession } from '../testing/paid-session.ts'

const shared = {
  customer_purchase_ip: '203.0.113.7',
  customer_device_id: 'device-1',
  product_description: 'A mug',
}

test('Two earlier payments by the same device qualify for Compelling Evidence 3.0.', async (t) => {
  const { stripe, charge: first } = await paidSession(t)
  const paidAgain = async (cardNumber: string) => {
    const { id, url } = await stripe.checkout.sessions.create(sessionParams())
    await payWithCard({ url }, { cardNumber })
    const { payment_intent } = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
    return typeof payment_intent === 'object' ? idOf(payment_intent?.latest_charge) : ''
  }
  const second = await paidAgain('4242424242424242')
  await paidAgain('4000000404000038')
  const [dispute] = (await stripe.disputes.list()).data
  assert.deepEqual(dispute?.enhanced_eligibility_types, ['visa_compelling_evidence_3'])
  const stage = async (visa_compelling_evidence_3: object) => {
    const evidence = { enhanced_evidence: { visa_compelling_evidence_3 } }
    const staged = await stripe.disputes.update(dispute?.id ?? '', { evidence, submit: false })
    return staged.evidence_details.enhanced_eligibility.visa_compelling_evidence_3
  }
  const disputed_transaction = { ...shared, merchandise_or_services: 'merchandise' }
  assert.deepEqual(await stage({ disputed_transaction }), {
    required_actions: ['missing_customer_identifiers', 'missing_prior_undisputed_transactions'],
    status: 'requires_action',
  })
  const prior = [first, second].map((charge) => ({ ...shared, charge }))
  assert.deepEqual(await stage({ prior_undisputed_transactions: prior }), {
    required_actions: [],
    status: 'qualified',
  })
  const elsewhere = prior.map((payment) => ({ ...payment, customer_device_id: 'device-2' }))
  const unlike = await stage({ prior_undisputed_transactions: elsewhere })
  assert.deepEqual(unlike?.required_actions, ['missing_customer_identifiers'])
  await assert.rejects(
    stage({ prior_undisputed_transactions: [{ charge: 'ch_x' }] }),
    /No such charge: 'ch_x'/,
  )
  const { evidence, status } = await stripe.disputes.update(dispute?.id ?? '', { submit: true })
  const said = evidence.enhanced_evidence.visa_compelling_evidence_3?.disputed_transaction
  assert.deepEqual(
    [status, said?.customer_device_id, said?.shipping_address],
    ['under_review', 'device-1', null],
  )
})

test('Other disputes are not eligible for it, and what no dispute here has is not imitated.', async (t) => {
  const { stripe } = await paidSession(t, { cardNumber: '4000000000002685' })
  const [dispute] = (await stripe.disputes.list()).data
  const update = (evidence: object) => stripe.disputes.update(dispute?.id ?? '', { evidence })
  const compelling = { visa_compelling_evidence_3: { disputed_transaction: shared } }
  await assert.rejects(update({ enhanced_evidence: compelling }), { param: 'evidence[enhanced_evidence]' })
  const acknowledged = { visa_compliance: { fee_acknowledged: true } }
  await assert.rejects(update({ enhanced_evidence: acknowledged }), { statusCode: 501 })
  await assert.rejects(update({ appeal: { card: { reason_for_filing: 'x' } } }), { statusCode: 501 })
})
