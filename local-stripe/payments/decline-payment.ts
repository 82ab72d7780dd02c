// A payment that the bank, Radar or a failed challenge refuses: the session stays open for another try.
import type { Account } from '../account.ts'
import { docUrl } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Charge, PaymentError, PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import type { BegunPayment } from './begin-payment.ts'
import type { Decline } from './declines.ts'
import { insertCharge } from './insert-charge.ts'

export type DeclinedPayment = BegunPayment & { decline: Decline; authenticated: boolean }

/** Records the failed charge (if one was tried) and the PaymentIntent that waits for another method. */
export function declinePayment(account: Account, payment: DeclinedPayment): void {
  const { intent, method, decline, cause } = payment
  const charge = decline.outcome === null ? null : insertCharge(account, { ...payment, result: decline })
  const failed: PaymentIntent = {
    ...intent,
    last_payment_error: paymentError({ decline, method, charge }),
    latest_charge: charge?.id ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method',
  }
  account.store.save(failed)
  if (charge !== null) recordEvent(account, { type: 'charge.failed', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.payment_failed', object: failed }, cause)
}

/** What a PaymentIntent says of its failed payment. */
export function paymentError(failure: {
  decline: Decline
  method: PaymentMethod
  charge: Charge | null
}): PaymentError {
  const { decline, method, charge } = failure
  return {
    ...(charge && { charge: charge.id }),
    code: decline.code,
    ...(decline.decline_code && { decline_code: decline.decline_code }),
    doc_url: docUrl(decline.code),
    message: decline.message,
    payment_method: method,
    type: decline.outcome === null ? 'invalid_request_error' : 'card_error',
  }
}
