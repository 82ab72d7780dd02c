import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseChargeRefunds, parseRefund, refundStatuses } from './refund.ts'
import { refundJson } from './test-events.ts'

test('A refund is read down to what the shop lives by', () => {
  assert.deepEqual(parseRefund(refundJson({ id: 're_1', reason: 'fraudulent', metadata: { a: 'b' } })), {
    id: 're_1',
    paymentIntentId: 'pi_test_1',
    amount: 1200,
    currency: 'usd',
    status: 'succeeded',
    hasSucceeded: true,
    createdAt: new Date(1_795_400_000_000),
  })
})

for (const status of refundStatuses) {
  test(`A refund that is ${status} is read as that`, () => {
    assert.equal(parseRefund(refundJson({ status })).status, status)
  })
}

test('A refund whose status Stripe does not tell is on its way', () => {
  for (const status of [null, undefined]) assert.equal(parseRefund(refundJson({ status })).status, 'pending')
})

test('The payment intent of a refund may be an id, the whole of it, or none', () => {
  assert.equal(intentIn({ id: 'pi_whole', object: 'payment_intent', status: 'succeeded' }), 'pi_whole')
  assert.equal(intentIn(null), null)
  assert.equal(intentIn(undefined), null)
})

const unreadable: Record<string, unknown>[] = [
  { object: 'charge' },
  { id: '' },
  { id: 're_'.padEnd(300, 'x') },
  { amount: -1 },
  { amount: 1.5 },
  { amount: 2 ** 31 },
  { amount: '1200' },
  { currency: null },
  { status: 'lost' },
  { created: 'today' },
  { created: 2 ** 40 },
  { payment_intent: 5 },
]

for (const fields of unreadable) {
  test(`What is no refund is refused: one with ${JSON.stringify(fields).slice(0, 40)}`, () => {
    assert.throws(() => parseRefund(refundJson(fields)), { name: 'ZodError' })
  })
}

test('A charge of older API versions tells its refunds, and one of today none', () => {
  const refunds = { object: 'list', data: [refundJson({ id: 're_1' }), refundJson({ id: 're_2' })] }

  assert.deepEqual(
    parseChargeRefunds({ object: 'charge', refunds }).map(({ id }) => id),
    ['re_1', 're_2'],
  )
  assert.deepEqual(parseChargeRefunds({ object: 'charge' }), [])
  assert.throws(() => parseChargeRefunds(refundJson()), { name: 'ZodError' })
})

function intentIn(intent: unknown): string | null {
  return parseRefund(refundJson({ payment_intent: intent })).paymentIntentId
}
