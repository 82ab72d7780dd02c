// The laws that make the order of events indifferent, tried on facts of every shape.
import * as fc from 'fast-check'
import { mergeFacts } from '../../../domain/orders/merge-facts.ts'
import { mergeDisputes, mergeRefunds } from '../../../domain/orders/merge-money-back.ts'
import {
  type OrderFacts,
  paymentRanks,
  reviewReasons,
  sessionRanks,
  statusOf,
} from '../../../domain/orders/order.ts'
import { disputeStatuses } from '../../../stripe/dispute.ts'
import { refundStatuses } from '../../../stripe/refund.ts'

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null })
const times = fc.integer({ min: 0, max: 5 }).map((second) => new Date(second * 1000))
const texts = fc.constantFrom('a', 'b', '王芳')

const amounts = fc.integer({ min: 0, max: 3 })
const breakdown = fc.record({
  subtotal: amounts,
  discount: amounts,
  shipping: amounts,
  tax: amounts,
  total: amounts,
  shippingName: orNull(texts),
})
const address = fc.record({
  name: orNull(texts),
  line1: orNull(texts),
  line2: orNull(texts),
  city: orNull(texts),
  state: orNull(texts),
  country: orNull(texts),
  postalCode: orNull(texts),
})

const facts: fc.Arbitrary<OrderFacts> = fc.record({
  session: fc.constantFrom(...sessionRanks),
  payment: fc.constantFrom(...paymentRanks),
  paymentIntentId: orNull(texts),
  amountPaid: orNull(amounts),
  paidAt: orNull(times),
  email: orNull(texts),
  customerName: orNull(texts),
  breakdown: orNull(breakdown),
  shippingAddress: orNull(address),
  presentment: orNull(fc.record({ amount: amounts, currency: fc.constantFrom('usd', 'eur') })),
  review: fc.subarray([...reviewReasons]),
})

const claim = {
  id: fc.constant('one'),
  paymentIntentId: orNull(texts),
  amount: amounts,
  currency: fc.constantFrom('usd', 'eur'),
  createdAt: times,
}
const refund = fc.record({ ...claim, status: fc.constantFrom(...refundStatuses), hasSucceeded: fc.boolean() })
const dispute = fc.record({ ...claim, status: fc.constantFrom(...disputeStatuses) })

interface Merge<Known> {
  readonly name: string
  readonly all: fc.Arbitrary<Known>
  readonly merge: (a: Known, b: Known) => Known
}

/** Tries every law `runs` times. Gives what broke one, in its smallest form. */
export function tryMergeLaws({ runs, seed }: { runs: number; seed: number }): {
  tried: number
  problems: string[]
} {
  const laws = {
    ...lawsOf({ name: 'order facts', all: facts, merge: mergeFacts }),
    ...lawsOf({ name: 'refunds', all: refund, merge: mergeRefunds }),
    ...lawsOf({ name: 'disputes', all: dispute, merge: mergeDisputes }),
    ...lawsOfOrders,
  }
  const problems = Object.entries(laws).flatMap(([name, check]) => {
    const { failed, counterexample, counterexamplePath } = check({ numRuns: runs, seed })
    return failed ? [`${name}: ${fc.stringify(counterexample)} (path ${counterexamplePath})`] : []
  })
  return { tried: Object.keys(laws).length, problems }
}

type Check = (parameters: {
  numRuns: number
  seed: number
}) => Pick<fc.RunDetails<unknown>, 'failed' | 'counterexample' | 'counterexamplePath'>

function lawsOf<Known>({ name, all, merge }: Merge<Known>): Record<string, Check> {
  const law =
    (holds: (a: Known, b: Known, c: Known) => boolean): Check =>
    (parameters) =>
      fc.check(fc.property(all, all, all, holds), parameters)
  return {
    [`${name} commute`]: law((a, b) => same(merge(a, b), merge(b, a))),
    [`${name} associate`]: law((a, b, c) => same(merge(merge(a, b), c), merge(a, merge(b, c)))),
    [`${name} said twice change nothing`]: law((a, b) => same(merge(merge(a, b), b), merge(a, b))),
    [`${name} repeated late change nothing`]: law((a, b, c) =>
      same(merge(merge(merge(a, b), c), a), merge(merge(a, b), c)),
    ),
  }
}

const lawsOfOrders: Record<string, Check> = {
  'what was paid stays paid': lawOfOrders(
    (a, b) => a.payment !== 'paid' || mergeFacts(a, b).payment === 'paid',
  ),
  'no rank falls': lawOfOrders((a, b) => {
    const before = ranksOf(a)
    return ranksOf(mergeFacts(a, b)).every((rank, index) => rank >= (before[index] ?? 0))
  }),
  'no reason for review goes': lawOfOrders((a, b) =>
    a.review.every((reason) => mergeFacts(a, b).review.includes(reason)),
  ),
  'the status hangs on no order of refunds and disputes': (parameters) =>
    fc.check(
      fc.property(facts, fc.array(refund), fc.array(dispute), (a, refunds, disputes) => {
        const turned = { refunds: refunds.toReversed(), disputes: disputes.toReversed() }
        return statusOf({ ...a, refunds, disputes }) === statusOf({ ...a, ...turned })
      }),
      parameters,
    ),
}

function lawOfOrders(holds: (a: OrderFacts, b: OrderFacts) => boolean): Check {
  return (parameters) => fc.check(fc.property(facts, facts, holds), parameters)
}

function ranksOf({ session, payment }: OrderFacts): number[] {
  return [sessionRanks.indexOf(session), paymentRanks.indexOf(payment)]
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
