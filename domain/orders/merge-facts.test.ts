import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { mergeFacts, mergeReasons } from './merge-facts.ts'
import {
  isBought,
  minutesToPay,
  type OrderFacts,
  paymentRanks,
  reviewReasons,
  sessionRanks,
} from './order.ts'
import { statusOf } from './order.ts'

const nothing: OrderFacts = {
  session: 'none',
  payment: 'none',
  paymentIntentId: null,
  amountPaid: null,
  paidAt: null,
  email: null,
  customerName: null,
  review: [],
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const facts: fc.Arbitrary<OrderFacts> = fc.record(
  {
    session: fc.constantFrom(...sessionRanks),
    payment: fc.constantFrom(...paymentRanks),
    paymentIntentId: maybe(fc.constantFrom('pi_1', 'pi_2', 'pi_3')),
    amountPaid: maybe(fc.nat()),
    paidAt: maybe(fc.date({ noInvalidDate: true })),
    email: maybe(fc.string()),
    customerName: maybe(fc.string()),
    // Facts name each reason once, in its place.
    review: fc.subarray([...reviewReasons]),
  },
  { noNullPrototype: true },
)

test('What is known does not depend on who spoke first', () => {
  fc.assert(fc.property(facts, facts, (a, b) => assert.deepEqual(mergeFacts(a, b), mergeFacts(b, a))))
})

test('What is known does not depend on what was put together first', () => {
  fc.assert(
    fc.property(facts, facts, facts, (a, b, c) =>
      assert.deepEqual(mergeFacts(mergeFacts(a, b), c), mergeFacts(a, mergeFacts(b, c))),
    ),
  )
})

test('What is told twice is known once, and nothing adds nothing', () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const both = mergeFacts(a, b)
      assert.deepEqual(mergeFacts(both, b), both)
      assert.deepEqual(mergeFacts(a, a), a)
      assert.deepEqual(mergeFacts(a, nothing), a)
    }),
  )
})

test('What is paid stays paid, and a reason for review stays, whatever is told afterwards', () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      const known = mergeFacts(before, after)
      if (before.payment === 'paid') assert.equal(known.payment, 'paid')
      if (before.session === 'complete') assert.equal(known.session, 'complete')
      for (const reason of before.review) assert.ok(known.review.includes(reason))
    }),
  )
})

test('The facts that go in are left as they are', () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const before = structuredClone([a, b])
      mergeFacts(a, b)
      assert.deepEqual([a, b], before)
    }),
  )
})

test('Reasons for review come each once and always in the same order', () => {
  assert.deepEqual(mergeReasons(['stock', 'amount'], ['amount', 'mode']), ['amount', 'mode', 'stock'])
  assert.deepEqual(mergeReasons([], []), [])
})

const statuses: [status: string, facts: Partial<OrderFacts>, bought: boolean][] = [
  ['open', {}, false],
  ['open', { session: 'open' }, false],
  ['expired', { session: 'expired' }, false],
  ['processing', { session: 'complete', payment: 'processing' }, true],
  ['failed', { session: 'complete', payment: 'failed' }, false],
  ['paid', { session: 'complete', payment: 'paid' }, true],
  ['paid', { session: 'expired', payment: 'paid' }, true],
  ['review', { session: 'complete', payment: 'paid', review: ['amount'] }, true],
  ['open', { session: 'open', review: ['session'] }, false],
  ['expired', { session: 'expired', review: ['session'] }, false],
]

for (const [status, known, bought] of statuses) {
  test(`An order of which ${JSON.stringify(known)} is known is ${status}, ${bought ? '' : 'not '}bought`, () => {
    assert.equal(statusOf({ ...nothing, ...known }), status)
    assert.equal(isBought({ ...nothing, ...known }), bought)
  })
}

test('Time to pay is told in whole minutes, is never negative, and is over with the session', () => {
  const now = new Date('2026-11-20T10:00:00Z')
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

  assert.equal(minutesToPay({ session: 'open', expiresAt: at(119) }, now), 1)
  assert.equal(minutesToPay({ session: 'open', expiresAt: at(120) }, now), 2)
  assert.equal(minutesToPay({ session: 'open', expiresAt: at(-1) }, now), 0)
  assert.equal(minutesToPay({ session: 'complete', expiresAt: at(600) }, now), 0)
  assert.equal(minutesToPay({ session: 'none', expiresAt: at(600) }, now), 0)
})
