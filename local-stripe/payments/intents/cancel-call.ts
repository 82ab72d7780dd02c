// POST /v1/payment_intents/:id/cancel (https://docs.stripe.com/api/payment_intents/cancel).
import type { Call } from '../../api/route.ts'
import { invalidRequest } from '../../api/stripe-error.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { cancelIntent } from '../cancel-intent.ts'
import { intentAt, sessionOfIntent } from './find-intent.ts'
import { unexpectedState } from './intent-errors.ts'

type Reason = 'abandoned' | 'duplicate' | 'fraudulent' | 'requested_by_customer'
const statuses = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
]

/** Cancels a PaymentIntent and gives it. Throws Stripe's 400s. */
export function cancelCall(call: Call<{ cancellation_reason: Reason | undefined }>): PaymentIntent {
  const { account, id, params, request } = call
  const intent = intentAt(account, id)
  if (sessionOfIntent(account, id)?.status === 'open') {
    throw invalidRequest(
      'You cannot cancel this PaymentIntent because it was created by a Checkout Session. Expire the Checkout ' +
        'Session instead.',
    )
  }
  if (!isCancelable(intent)) {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one ` +
        `of the following statuses may be canceled: ${statuses.join(', ')}.`,
    )
  }
  return cancelIntent(account, { intent, reason: params.cancellation_reason ?? null }, { request })
}

/** Only a debit in the United States can be called back while it is on its way. */
function isCancelable(intent: PaymentIntent): boolean {
  if (intent.status !== 'processing') return statuses.includes(intent.status)
  return intent.payment_method_types.includes('us_bank_account')
}
