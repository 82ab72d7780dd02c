// A shopper pays a session by card: PaymentIntent, charge and session change together, one event for each in Stripe's
// order. Call it in a transaction.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import type { Shopper } from '../checkout/shopper.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { beginPayment, chargeShopper } from './begin-payment.ts'
import type { Aftermath } from './charge-plan.ts'
import { declinePayment } from './decline-payment.ts'
import { declineOf, type DeclineReason } from './declines.ts'
import type { CardDraft } from './payment-method.ts'
import { succeedPayment } from './succeed-payment.ts'

export type CardPayment = {
  session: Session
  draft: CardDraft
  shopper: Shopper
  outcome: 'success' | DeclineReason
  aftermath: Aftermath
  /** Whether the shopper has passed the bank's challenge. */
  authenticated: boolean
}
export type CardResult = { paid: true; completed: Event } | { paid: false; reason: DeclineReason }

/** Pays an open session: paid, with its `checkout.session.completed` event, or declined and the session still open. */
export function payByCard(account: Account, payment: CardPayment): CardResult {
  const { session, shopper, outcome, aftermath, authenticated } = payment
  const begun = beginPayment(account, payment)
  if (outcome !== 'success') {
    declinePayment(account, { ...begun, decline: declineOf(outcome), authenticated })
    return { paid: false, reason: outcome }
  }
  const plan = { aftermath, debit: null }
  const paid = chargeShopper(account, begun, { result: 'succeeded', authenticated, plan })
  succeedPayment(account, paid, begun.cause)
  return { paid: true, completed: completeSession(account, { session, shopper, paymentStatus: 'paid' }) }
}
