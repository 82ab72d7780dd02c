// POST /v1/payment_intents/:id/confirm (https://docs.stripe.com/api/payment_intents/confirm).
import type { Call } from '../../api/route.ts'
import type { StripeError } from '../../api/stripe-error.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { changeIntent } from './change-intent.ts'
import { confirmByApi } from './confirm-by-api.ts'
import { intentAt, sessionOfIntent } from './find-intent.ts'
import { refuseCheckout, unexpectedState } from './intent-errors.ts'
import type { ConfirmParams } from './intent-fields.ts'

const statuses = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Confirms a PaymentIntent, changed by what was sent along. Throws 400s; a declined one comes back as the error. */
export function confirmCall(call: Call<ConfirmParams>): PaymentIntent | StripeError {
  const { account, id, params } = call
  const intent = intentAt(account, id)
  if (sessionOfIntent(account, id) !== null) throw refuseCheckout()
  if (intent.status === 'succeeded' || intent.status === 'requires_capture') {
    const message =
      'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
    throw unexpectedState(intent, message)
  }
  if (!statuses.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with ` +
        `one of the following statuses may be confirmed: ${statuses.join(', ')}.`,
    )
  }
  return confirmByApi(call, changeIntent(call, intent, params))
}
