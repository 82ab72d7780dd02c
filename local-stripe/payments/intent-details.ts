// What Stripe keeps to itself about a PaymentIntent: whose session it pays, how it was last confirmed, and the shopper
// who is away at a bank's or a wallet's page.
import type { Account } from '../account.ts'
import type { Shopper } from '../checkout/shopper.ts'

export type IntentDetails = {
  /** The Checkout Session that the PaymentIntent belongs to; null when it was made through the API. */
  session: string | null
  /** The API version that made it, which its events are written in. */
  version: string | null
  shopper: Shopper | null
  /** How often it has been confirmed: what the agenda holds for an earlier attempt is void. */
  attempts: number
  offSession: boolean
  returnUrl: string | null
}

const nothing: IntentDetails = {
  session: null,
  version: null,
  shopper: null,
  attempts: 0,
  offSession: false,
  returnUrl: null,
}

/** The hidden details of a stored PaymentIntent. */
export function intentDetails(account: Account, intent: string): IntentDetails {
  const kept: Partial<IntentDetails> | null = JSON.parse(account.store.hidden(intent))
  return { ...nothing, ...kept }
}

/** Changes hidden details of a stored PaymentIntent, and gives them all. */
export function hideIntent(account: Account, intent: string, changed: Partial<IntentDetails>): IntentDetails {
  const details = { ...intentDetails(account, intent), ...changed }
  account.store.hide(intent, details)
  return details
}
