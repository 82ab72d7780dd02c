// What update and confirm change of a PaymentIntent alike: how it is paid, and what is said about it.
import type { Call } from '../../api/route.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { methodToPayWith } from '../payment-methods/method-to-pay-with.ts'
import { shippingOf } from '../shipping.ts'
import type { CommonParams } from './intent-fields.ts'
import { changedOptions } from './method-options.ts'
import { offeredTypes, type Offer } from './offered-types.ts'

/** The PaymentIntent with these parameters, not stored yet. Throws Stripe's 400s. */
export function changeIntent(
  call: Pick<Call<unknown>, 'account' | 'version'>,
  intent: PaymentIntent,
  params: CommonParams,
): PaymentIntent {
  const offer = changedOffer(call, intent, params)
  const types = offer.payment_method_types
  const method = methodToPayWith(call.account, params, { customer: intent.customer, types })
  const { capture_method, receipt_email, setup_future_usage, shipping } = params
  return {
    ...intent,
    ...offer,
    ...(params.allowed_payment_method_types && {
      allowed_payment_method_types: params.allowed_payment_method_types,
    }),
    ...(params.excluded_payment_method_types !== undefined && {
      excluded_payment_method_types: params.excluded_payment_method_types,
    }),
    ...(capture_method && { capture_method }),
    ...(receipt_email !== undefined && { receipt_email }),
    ...(setup_future_usage !== undefined && { setup_future_usage }),
    ...(shipping !== undefined && { shipping: shippingOf(shipping) }),
    ...(method && { payment_method: method.id, next_action: null, status: 'requires_confirmation' }),
    payment_method_options: changedOptions(
      types,
      intent.payment_method_options,
      params.payment_method_options,
    ),
  }
}

function changedOffer(
  call: Pick<Call<unknown>, 'version'>,
  intent: PaymentIntent,
  params: CommonParams,
): Offer {
  const { automatic_payment_methods, payment_method_types } = intent
  const automatic = automatic_payment_methods && {
    enabled: true,
    allow_redirects: redirects(automatic_payment_methods),
  }
  const demanded = params.payment_method_types
  if (demanded === undefined && automatic === null) return { automatic_payment_methods, payment_method_types }
  return offeredTypes({
    currency: intent.currency,
    captureMethod: params.capture_method ?? intent.capture_method,
    version: call.version,
    automatic: automatic ?? undefined,
    demanded,
    allowed: params.allowed_payment_method_types ?? intent.allowed_payment_method_types,
    excluded: params.excluded_payment_method_types ?? intent.excluded_payment_method_types,
  })
}

function redirects(given: NonNullable<PaymentIntent['automatic_payment_methods']>): 'always' | 'never' {
  return given.allow_redirects === 'never' ? 'never' : 'always'
}
