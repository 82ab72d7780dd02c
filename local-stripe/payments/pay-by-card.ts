// A shopper pays a session by card: PaymentIntent, charge and session change together, one event for each in Stripe's
// order. Call it in a transaction.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { sessionCustomer } from '../checkout/session-customer.ts'
import type { Shopper } from '../checkout/session-details.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Event, PaymentIntent, Session } from '../store/stripe-types.ts'
import { declinePayment } from './decline-payment.ts'
import { declineOf, type DeclineReason } from './declines.ts'
import { insertCharge } from './insert-charge.ts'
import { billingDetails, insertPaymentMethod, methodDetails, type CardDraft } from './payment-method.ts'
import { pageCause, sessionIntent } from './session-intent.ts'

export type CardPayment = {
  session: Session
  draft: CardDraft
  shopper: Shopper
  outcome: 'success' | DeclineReason
  /** Whether the shopper has passed the bank's challenge. */
  authenticated: boolean
}
export type CardResult = { paid: true; completed: Event } | { paid: false; reason: DeclineReason }

const bookingDelay = 2000

/** Pays an open session: paid, with its `checkout.session.completed` event, or declined and the session still open. */
export function payByCard(account: Account, payment: CardPayment): CardResult {
  const { session, draft, shopper, outcome, authenticated } = payment
  const cause = pageCause(account, session)
  const intent = sessionIntent(account, session, cause)
  const method = insertPaymentMethod(account, draft, shopper)
  if (outcome !== 'success') {
    const decline = declineOf(outcome)
    declinePayment(account, { intent, method, draft, shopper, decline, authenticated, cause })
    return { paid: false, reason: outcome }
  }
  const check = { amount: intent.amount, authenticated, cvcCheck: 'pass', postalCode: shopper.postalCode }
  const owned = { ...intent, customer: sessionCustomer(account, session, shopper) }
  const charge = insertCharge(account, {
    intent: owned,
    paymentMethod: method.id,
    billing: billingDetails(shopper),
    details: methodDetails(draft, check),
    result: 'succeeded',
  })
  const succeeded = succeed(owned, { charge: charge.id, method: method.id })
  account.store.save(succeeded)
  recordEvent(account, { type: 'charge.succeeded', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.succeeded', object: succeeded }, cause)
  account.agenda.add({ task: 'book_charge', subject: charge.id, due: account.clock() + bookingDelay })
  return { paid: true, completed: completeSession(account, { session, shopper, paymentStatus: 'paid' }) }
}

/** The PaymentIntent once its charge has gone through. */
export function succeed(intent: PaymentIntent, by: { charge: string; method: string }): PaymentIntent {
  return {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: by.charge,
    next_action: null,
    payment_method: by.method,
    processing: null,
    status: 'succeeded',
  }
}
