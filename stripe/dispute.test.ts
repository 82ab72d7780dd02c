import assert from 'node:assert/strict'
import { test } from 'node:test'
import { disputeStatuses, parseDispute } from './dispute.ts'
import { disputeJson } from './test-events.ts'

test('A dispute is read down to what the shop lives by', () => {
  assert.deepEqual(parseDispute(disputeJson({ id: 'du_1', reason: 'fraudulent', evidence: {} })), {
    id: 'du_1',
    paymentIntentId: 'pi_test_1',
    amount: 1200,
    currency: 'usd',
    status: 'needs_response',
    createdAt: new Date(1_795_400_000_000),
  })
})

for (const status of disputeStatuses) {
  test(`A dispute that is ${status} is read as that`, () => {
    assert.equal(parseDispute(disputeJson({ status })).status, status)
  })
}

test('The payment intent of a dispute may be an id, the whole of it, or none', () => {
  assert.equal(intentIn({ id: 'pi_whole', object: 'payment_intent' }), 'pi_whole')
  assert.equal(intentIn(null), null)
})

for (const fields of [{ object: 'refund' }, { status: 'succeeded' }, { status: null }, { amount: 2 ** 31 }]) {
  test(`What is no dispute is refused: one with ${JSON.stringify(fields)}`, () => {
    assert.throws(() => parseDispute(disputeJson(fields)), { name: 'ZodError' })
  })
}

function intentIn(intent: unknown): string | null {
  return parseDispute(disputeJson({ payment_intent: intent })).paymentIntentId
}
