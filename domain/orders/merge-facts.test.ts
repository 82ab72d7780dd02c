import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { mergeFacts, mergeReasons } from './merge-facts.ts'
import { minutesToPay, type OrderFacts, paymentRanks, reviewReasons, sessionRanks } from './order.ts'

const nothing: OrderFacts = {
  session: 'none',
  payment: 'none',
  paymentIntentId: null,
  amountPaid: null,
  paidAt: null,
  email: null,
  customerName: null,
  breakdown: null,
  shippingAddress: null,
  presentment: null,
  review: [],
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const plain = { noNullPrototype: true }
const breakdown = fc.record(
  {
    subtotal: fc.nat(2),
    discount: fc.nat(2),
    shipping: fc.nat(2),
    tax: fc.nat(2),
    total: fc.nat(2),
    shippingName: maybe(fc.constantFrom('Standard', '特快')),
  },
  plain,
)
const part = maybe(fc.constantFrom('a', 'b'))
const parts = {
  name: part,
  line1: part,
  line2: part,
  city: part,
  state: part,
  country: part,
  postalCode: part,
}
const presentment = fc.record({ amount: fc.nat(3), currency: fc.constantFrom('eur', 'jpy') }, plain)
const facts: fc.Arbitrary<OrderFacts> = fc.record(
  {
    session: fc.constantFrom(...sessionRanks),
    payment: fc.constantFrom(...paymentRanks),
    paymentIntentId: maybe(fc.constantFrom('pi_1', 'pi_2', 'pi_3')),
    amountPaid: maybe(fc.nat()),
    paidAt: maybe(fc.date({ noInvalidDate: true })),
    email: maybe(fc.string()),
    customerName: maybe(fc.string()),
    breakdown: maybe(breakdown),
    shippingAddress: maybe(fc.record(parts, plain)),
    presentment: maybe(presentment),
    // Facts name each reason once, in its place.
    review: fc.subarray([...reviewReasons]),
  },
  plain,
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

test('That it expired and was completed is a reason to look, whichever was heard first and whatever was heard between', () => {
  fc.assert(
    fc.property(facts, facts, facts, (a, b, c) => {
      const [expired, complete] = [
        { ...a, session: 'expired' } as const,
        { ...b, session: 'complete' } as const,
      ]
      assert.ok(mergeFacts(mergeFacts(expired, c), complete).review.includes('late'))
      assert.ok(mergeFacts(mergeFacts(complete, c), expired).review.includes('late'))
    }),
  )
})

for (const session of sessionRanks) {
  test(`A session of which only ${session} is known is not late`, () => {
    const known = mergeFacts({ ...nothing, session }, { ...nothing, session: 'open' })

    assert.deepEqual(mergeFacts(known, { ...nothing, session, payment: 'paid' }).review, [])
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
