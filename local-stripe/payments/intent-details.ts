// What Stripe keeps to itself about a PaymentIntent: whose session it pays, how it was last confirmed, and the shopper
// who is away at a bank's or a wallet's page.
import type { Account } from '../account.ts'
import type { Shopper } from '../checkout/shopper.ts'

type IntentDetails = {
  /** The Checkout Session that the PaymentIntent belongs to; null when it was made through the API. */
  session: string | null
  shopper: Shopper | null
  /** How often it has been confirmed: what the agenda holds for an earlier attempt is void. */
  attempts: number
  returnUrl: string | null
  /** Whether the shopper has answered the bank, and the shop has to confirm once more. */
  authenticated: boolean
}

const nothing: IntentDetails = {
  session: null,
  shopper: null,
  attempts: 0,
  returnUrl: null,
  authenticated: false,
}

/** The hidden details of a stored PaymentIntent. */
export function intentDetails(account: Account, intent: string): IntentDetails {
  const kept: Partial<IntentDetails> | null = JSON.parse(account.store.hidden(intent))
  return { ...nothing, ...kept }
}

/** Changes hidden details of a stored PaymentIntent. */
export function hideIntent(account: Account, intent: string, changed: Partial<IntentDetails>): void {
  account.store.hide(intent, { ...intentDetails(account, intent), ...changed })
}
