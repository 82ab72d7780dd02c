// What Stripe keeps to itself about a session: the version that made it, and what its payment will carry.
import type { Account } from '../account.ts'
import type { PaymentIntentData } from './session-fields.ts'

export type SessionDetails = {
  version: string
  payment_intent_data: PaymentIntentData | null
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
