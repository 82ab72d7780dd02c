// Facts are merged, never overwritten: the merge is commutative, associative and idempotent, so events that come
// twice, late or in the wrong order lead to the same order.
import type { Breakdown } from './breakdown.ts'
import {
  type OrderFacts,
  type PaymentFact,
  paymentRanks,
  type ReviewReason,
  reviewReasons,
  type SessionFact,
  sessionRanks,
} from './order.ts'

/** What is known when both `a` and `b` are known. */
export function mergeFacts(a: OrderFacts, b: OrderFacts): OrderFacts {
  return {
    session: higher<SessionFact>(sessionRanks, a.session, b.session),
    payment: higher<PaymentFact>(paymentRanks, a.payment, b.payment),
    paymentIntentId: largest(a.paymentIntentId, b.paymentIntentId),
    amountPaid: largest(a.amountPaid, b.amountPaid),
    paidAt: earliest(a.paidAt, b.paidAt),
    email: largest(a.email, b.email),
    customerName: largest(a.customerName, b.customerName),
    breakdown: greatest(a.breakdown, b.breakdown, amountsOf),
    shippingAddress: greatest(a.shippingAddress, b.shippingAddress, JSON.stringify),
    presentment: greatest(a.presentment, b.presentment, JSON.stringify),
    review: mergeReasons(mergeReasons(a.review, b.review), isLate(a, b) ? ['late'] : []),
  }
}

/** Both sets of reasons, each once, in the order of `reviewReasons`. */
export function mergeReasons(a: readonly ReviewReason[], b: readonly ReviewReason[]): ReviewReason[] {
  return reviewReasons.filter((reason) => a.includes(reason) || b.includes(reason))
}

// Stripe says of a session that it expired or that it was completed, never both. Where both are heard, the shop or Stripe took
// back an end that units were given away on, and the owner should see it. The flag hangs on both being known, not on which was
// heard last: a payment heard after the expiry and an expiry heard after the payment are the same two facts.
function isLate(a: OrderFacts, b: OrderFacts): boolean {
  const ends = new Set([a.session, b.session])
  return ends.has('expired') && ends.has('complete')
}

function higher<Rank extends string>(ranks: readonly Rank[], a: Rank, b: Rank): Rank {
  return ranks.indexOf(a) >= ranks.indexOf(b) ? a : b
}

// Two tellings of one fact agree; should they ever not, both sides must at least choose the same one.
function largest<Value extends string | number>(a: Value | null, b: Value | null): Value | null {
  if (a === null || b === null) return a ?? b
  return a >= b ? a : b
}

function greatest<Value>(a: Value | null, b: Value | null, key: (value: Value) => string): Value | null {
  if (a === null || b === null) return a ?? b
  return key(a) >= key(b) ? a : b
}

// The total first, for it is the largest amount paid that is kept beside it; and a breakdown that names its shipping rather than
// one that does not.
function amountsOf({ total, subtotal, discount, shipping, tax, shippingName }: Breakdown): string {
  const amounts = [total, subtotal, discount, shipping, tax].map((amount) => String(amount).padStart(10, '0'))
  return [...amounts, shippingName ?? ''].join(' ')
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a <= b ? a : b
}
