// A payment that the bank, Radar or a failed challenge refuses: the PaymentIntent waits for another payment method.
import type { Account } from '../account.ts'
import { docUrl } from '../api/stripe-error.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Charge, PaymentError, PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import type { Decline } from './declines.ts'
import { insertCharge } from './insert-charge.ts'
import { hideMethod } from './method-details.ts'
import type { Attempt } from './methods/method.ts'

/** Records the failed charge (if one was tried) and gives the PaymentIntent that waits for another method. */
export function declinePayment(
  account: Account,
  trial: Attempt & { cause: EventCause },
  decline: Decline,
): PaymentIntent {
  const { intent, method, cause } = trial
  const charge = decline.outcome === null ? null : insertCharge(account, trial, decline)
  const tried = { ...intent, latest_charge: charge?.id ?? intent.latest_charge }
  const failed = failedIntent(tried, { decline, method, charge })
  account.store.save(failed)
  if (method.customer === null) hideMethod(account, method.id, { spent: true })
  if (charge !== null) recordEvent(account, { type: 'charge.failed', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.payment_failed', object: failed }, cause)
  return failed
}

type Failure = { decline: Decline; method: PaymentMethod | null; charge: Charge | null }

/** A PaymentIntent after a payment that failed, not stored yet. */
export function failedIntent(intent: PaymentIntent, failure: Failure): PaymentIntent {
  return {
    ...intent,
    last_payment_error: paymentError(failure),
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method',
  }
}

/** What a PaymentIntent says of its failed payment. */
function paymentError({ decline, method, charge }: Failure): PaymentError {
  const { advice_code, code, decline_code, message, outcome } = decline
  return {
    ...(advice_code && { advice_code }),
    ...(charge && { charge: charge.id }),
    code,
    ...(decline_code && { decline_code }),
    doc_url: docUrl(code),
    message,
    ...(method && { payment_method: method }),
    type: outcome === null ? 'invalid_request_error' : 'card_error',
  }
}
