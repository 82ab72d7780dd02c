// How calls on PaymentIntents are refused: with the PaymentIntent as it is now.
import { invalidRequest, StripeError, type ErrorDetails } from '../../api/stripe-error.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import type { Decline } from '../declines.ts'

/** A PaymentIntent is not in a status for what was asked. */
export function unexpectedState(intent: PaymentIntent, message: string): StripeError {
  const code = 'payment_intent_unexpected_state'
  return new StripeError({ status: 400, code, message, more: { payment_intent: intent } })
}

/** Refuses what only the page of a session may do with its PaymentIntent. */
export function refuseCheckout(): StripeError {
  return invalidRequest('You cannot perform this action on PaymentIntents created by Checkout.')
}

/** The answer to a confirmation that was declined: 402 with what happened. */
export function declined(intent: PaymentIntent, decline: Decline): StripeError {
  const failure = intent.last_payment_error
  const more = {
    ...(failure?.charge !== undefined && { charge: failure.charge }),
    ...(decline.decline_code !== null && { decline_code: decline.decline_code }),
    ...(decline.advice_code !== null && { advice_code: decline.advice_code }),
    ...(failure?.payment_method !== undefined && { payment_method: failure.payment_method }),
    payment_intent: intent,
  }
  const { code, message } = decline
  const details: ErrorDetails = { status: 402, type: 'card_error', code, message, more }
  return new StripeError(details)
}
