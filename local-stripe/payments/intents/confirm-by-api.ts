// A shop's server confirms a PaymentIntent (https://docs.stripe.com/api/payment_intents/confirm).
import type { Call } from '../../api/route.ts'
import { invalidRequest, missing, type StripeError } from '../../api/stripe-error.ts'
import type { PaymentIntent, PaymentMethod } from '../../store/stripe-types.ts'
import { confirmIntent } from '../confirm-intent.ts'
import { agreementOn, intentDetails } from '../intent-details.ts'
import { isHeld, usageOf } from '../method-settings.ts'
import { methodOf } from '../methods/methods.ts'
import { checkUsable } from '../payment-methods/method-to-pay-with.ts'
import { declined, unexpectedState } from './intent-errors.ts'
import type { ConfirmParams } from './intent-fields.ts'

type Confirming = Pick<
  ConfirmParams,
  'error_on_requires_action' | 'mandate_data' | 'off_session' | 'return_url' | 'use_stripe_sdk'
>

/** Confirms a stored PaymentIntent and gives it as it is then, or the 402 of a declined payment. Throws 400s. */
export function confirmByApi(
  call: Pick<Call<Confirming>, 'account' | 'params' | 'request'>,
  intent: PaymentIntent,
): PaymentIntent | StripeError {
  const { account, params, request } = call
  const method = account.store.find('payment_method', intent.payment_method ?? '')
  if (method === null) throw missingMethod(intent)
  checkUsable(account, method, intent.customer)
  checkConfirming(intent, method, params)
  const confirmed = confirmIntent(account, {
    intent,
    method,
    cause: { request },
    authenticated: intentDetails(account, intent.id).authenticated === agreementOn(intent),
    offSession: params.off_session ?? false,
    errorOnAction: params.error_on_requires_action ?? false,
    returnUrl: params.use_stripe_sdk === true ? null : (params.return_url ?? null),
  })
  if (confirmed.result === 'declined') return declined(confirmed.intent, confirmed.decline)
  return confirmed.intent
}

function checkConfirming(intent: PaymentIntent, method: PaymentMethod, params: Confirming): void {
  checkReturnUrl(intent, method, params)
  const debit = methodOf(method.type).flow === 'debit'
  if (debit && !params.mandate_data && method.customer === null) {
    throw invalidRequest(
      'This PaymentIntent requires a mandate, but no existing mandate was found. Collect mandate acceptance from the ' +
        'customer and try again, providing acceptance data in the mandate_data parameter.',
    )
  }
  if (isHeld(intent, method.type) && !methodOf(method.type).holds) {
    const message = `The payment method type ${method.type} does not support manual capture.`
    throw invalidRequest(message, { param: 'capture_method' })
  }
  if (params.off_session === true && usageOf(intent, method.type) !== null) {
    throw invalidRequest(
      'The parameter `setup_future_usage` cannot be used with `off_session=true`: the payment method is already set up.',
      { param: 'off_session' },
    )
  }
  if (method.type === 'card' && intent.statement_descriptor !== null) {
    throw invalidRequest(
      'The `statement_descriptor` parameter is not supported for the card payment method type. Please use ' +
        '`statement_descriptor_suffix` instead.',
      { param: 'statement_descriptor' },
    )
  }
}

function checkReturnUrl(intent: PaymentIntent, method: PaymentMethod, params: Confirming): void {
  if (params.return_url !== undefined || params.use_stripe_sdk === true) return
  if (methodOf(method.type).flow === 'redirect') throw missing('return_url')
  const mayRedirect = intent.payment_method_types.some((type) => methodOf(type).flow === 'redirect')
  if (intent.automatic_payment_methods?.allow_redirects !== 'always' || !mayRedirect) return
  throw invalidRequest(
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these ' +
      'payment methods might redirect your customer off of your page, you must provide a `return_url`. If you ' +
      "don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and " +
      '`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.',
  )
}

function missingMethod(intent: PaymentIntent): StripeError {
  const next =
    intent.customer === null
      ? 'You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again ' +
        'directly with a payment method or ConfirmationToken.'
      : `To confirm the PaymentIntent with ${intent.customer}, specify a payment method attached to this customer ` +
        'along with the customer ID.'
  return unexpectedState(
    intent,
    `You cannot confirm this PaymentIntent because it's missing a payment method. ${next}`,
  )
}
