// What two tellings of one refund, or of one dispute, make together: the later status, in an order in which all statuses have a
// place, so that it does not matter which telling came last.
import type { Claim } from '#stripe/claim'
import { type Dispute, disputeStatuses } from '#stripe/dispute'
import { type Refund, refundStatuses } from '#stripe/refund'

/** What is known of a refund when both tellings are known. */
export function mergeRefunds(a: Refund, b: Refund): Refund {
  return {
    ...mergeClaims(a, b),
    status: later(refundStatuses, a.status, b.status),
    hasSucceeded: a.hasSucceeded || b.hasSucceeded,
  }
}

/** What is known of a dispute when both tellings are known. */
export function mergeDisputes(a: Dispute, b: Dispute): Dispute {
  return { ...mergeClaims(a, b), status: later(disputeStatuses, a.status, b.status) }
}

// All of this is fixed at Stripe; should two tellings ever differ, both orders of hearing them must choose the same.
function mergeClaims(a: Claim, b: Claim): Claim {
  return {
    id: a.id,
    paymentIntentId: largest(a.paymentIntentId ?? '', b.paymentIntentId ?? '') || null,
    amount: largest(a.amount, b.amount),
    currency: largest(a.currency, b.currency),
    createdAt: a.createdAt <= b.createdAt ? a.createdAt : b.createdAt,
  }
}

function largest<Value extends string | number>(a: Value, b: Value): Value {
  return a >= b ? a : b
}

function later<Status>(statuses: readonly Status[], a: Status, b: Status): Status {
  return statuses.indexOf(a) >= statuses.indexOf(b) ? a : b
}
