import type { Account } from '../../account.ts'
import { noSuch } from '../../api/stripe-error.ts'
import type { PaymentIntent, Session } from '../../store/stripe-types.ts'
import { intentDetails } from '../intent-details.ts'

/** The PaymentIntent of a URL. Throws Stripe's 404. */
export function intentAt(account: Account, id: string): PaymentIntent {
  const intent = account.store.find('payment_intent', id)
  if (intent === null) throw noSuch('payment_intent', id, 'intent')
  return intent
}

/** The Checkout Session that made a PaymentIntent; null for one that was made through the API. */
export function sessionOfIntent(account: Account, intent: string): Session | null {
  const { session } = intentDetails(account, intent)
  return session === null ? null : account.store.find('checkout.session', session)
}
