import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { type Dispute, disputeStatuses } from '#stripe/dispute'
import { type Refund, refundStatuses } from '#stripe/refund'
import { mergeDisputes, mergeRefunds } from './merge-money-back.ts'

const claim = {
  id: fc.constant('of_one_id'),
  paymentIntentId: fc.option(fc.constantFrom('pi_1', 'pi_2'), { nil: null }),
  amount: fc.nat(),
  currency: fc.constantFrom('usd', 'eur'),
  createdAt: fc.date({ noInvalidDate: true }),
}
const anyRefund: fc.Arbitrary<Refund> = fc.record(
  { ...claim, status: fc.constantFrom(...refundStatuses), hasSucceeded: fc.boolean() },
  { noNullPrototype: true },
)
const anyDispute: fc.Arbitrary<Dispute> = fc.record(
  { ...claim, status: fc.constantFrom(...disputeStatuses) },
  { noNullPrototype: true },
)

interface Merged<Fact> {
  readonly what: string
  readonly any: fc.Arbitrary<Fact>
  readonly merge: (a: Fact, b: Fact) => Fact
}

obeysTheLaws({ what: 'refund', any: anyRefund, merge: mergeRefunds })
obeysTheLaws({ what: 'dispute', any: anyDispute, merge: mergeDisputes })

function obeysTheLaws<Fact>({ what, any, merge }: Merged<Fact>): void {
  test(`What is known of a ${what} does not depend on which telling came first`, () => {
    fc.assert(fc.property(any, any, (a, b) => assert.deepEqual(merge(a, b), merge(b, a))))
  })

  test(`What is known of a ${what} does not depend on which tellings were put together first`, () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)))),
    )
  })

  test(`What is told of a ${what} twice is known once`, () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        assert.deepEqual(merge(a, a), a)
        assert.deepEqual(merge(merge(a, b), b), merge(a, b))
      }),
    )
  })

  test(`The tellings of a ${what} are left as they are`, () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const before = structuredClone([a, b])
        merge(a, b)
        assert.deepEqual([a, b], before)
      }),
    )
  })
}

test('A refund that failed has failed, whatever is told of it later', () => {
  fc.assert(
    fc.property(anyRefund, anyRefund, (a, b) =>
      assert.equal(mergeRefunds({ ...a, status: 'failed' }, b).status, 'failed'),
    ),
  )
})

test('The status of a refund never goes back', () => {
  fc.assert(
    fc.property(anyRefund, anyRefund, (a, b) => {
      const place = refundStatuses.indexOf(mergeRefunds(a, b).status)
      assert.equal(place, Math.max(refundStatuses.indexOf(a.status), refundStatuses.indexOf(b.status)))
    }),
  )
})

test('The status of a dispute never goes back', () => {
  fc.assert(
    fc.property(anyDispute, anyDispute, (a, b) => {
      const place = disputeStatuses.indexOf(mergeDisputes(a, b).status)
      assert.equal(place, Math.max(disputeStatuses.indexOf(a.status), disputeStatuses.indexOf(b.status)))
    }),
  )
})
