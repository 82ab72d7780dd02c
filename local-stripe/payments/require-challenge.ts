// The bank wants to ask the shopper first: the PaymentIntent waits, and an event says so.
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { PaymentIntent } from '../store/stripe-types.ts'
import { beginPayment, type Payment } from './begin-payment.ts'

/** Puts the session's PaymentIntent to `requires_action`. */
export function requireChallenge(account: Account, asked: Payment): void {
  const { cause, intent, method } = beginPayment(account, asked)
  const waiting: PaymentIntent = {
    ...intent,
    last_payment_error: null,
    next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_fingerprint' } },
    payment_method: method.id,
    status: 'requires_action',
  }
  account.store.save(waiting)
  recordEvent(account, { type: 'payment_intent.requires_action', object: waiting }, cause)
}
