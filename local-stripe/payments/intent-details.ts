// What Stripe keeps to itself about a PaymentIntent: whose session it pays, how it was last confirmed, and the shopper
// who is away at a bank's or a wallet's page.
import type { Account } from '../account.ts'
import type { Shopper } from '../checkout/shopper.ts'
import type { PaymentIntent } from '../store/stripe-types.ts'

type IntentDetails = {
  /** The Checkout Session that the PaymentIntent belongs to; null when it was made through the API. */
  session: string | null
  shopper: Shopper | null
  /** How often it has been confirmed: what the agenda holds for an earlier attempt is void. */
  attempts: number
  returnUrl: string | null
  /** What the shopper has agreed to at the bank, when the shop has to confirm once more; null when nothing is waited for. */
  authenticated: string | null
}

const nothing: IntentDetails = {
  session: null,
  shopper: null,
  attempts: 0,
  returnUrl: null,
  authenticated: null,
}

/** The hidden details of a stored PaymentIntent. */
export function intentDetails(account: Account, intent: string): IntentDetails {
  const kept: Partial<IntentDetails> | null = JSON.parse(account.store.hidden(intent))
  return { ...nothing, ...kept }
}

/** What a shopper agrees to at the bank: this payment method, this amount, and no other. */
export function agreementOn({ amount, currency, payment_method }: PaymentIntent): string {
  return `${payment_method} ${amount} ${currency}`
}

/** Changes hidden details of a stored PaymentIntent. */
export function hideIntent(account: Account, intent: string, changed: Partial<IntentDetails>): void {
  account.store.hide(intent, { ...intentDetails(account, intent), ...changed })
}
