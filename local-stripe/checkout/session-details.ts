// What Stripe keeps to itself about a session: the version that made it, what its payment will carry, what it does to
// its customer, and its discount.
// `total_details` and `shipping_cost` are the members of the session that are shown only when they are asked for.
import type { Account } from '../account.ts'
import type { AppliedDiscount } from './applied-discount.ts'
import type { Tax } from './line-taxes.ts'
import type { PricedOrder } from './price-order.ts'
import type { PaymentIntentData, SessionParams } from './session-fields.ts'

export type SessionDetails = {
  version: string
  payment_intent_data: PaymentIntentData | null
  payment_method_data: SessionParams['payment_method_data'] | null
  customer_update: SessionParams['customer_update'] | null
  discount: AppliedDiscount | null
  total_details: { breakdown: PricedOrder['breakdown'] }
  shipping_cost: { taxes: Tax[] }
}

/** The hidden details of a stored session. */
export function sessionDetails(account: Account, session: string): SessionDetails {
  const details: SessionDetails = JSON.parse(account.store.hidden(session))
  return details
}

/** Replaces the hidden details of a session. */
export function hideDetails(account: Account, session: string, details: SessionDetails): void {
  account.store.hide(session, details)
}
