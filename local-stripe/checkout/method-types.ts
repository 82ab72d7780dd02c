// Which payment methods a session offers: cards, and SEPA debit for euros, like an account that has only those switched
// on; every other method of Local Stripe when the session names it.
import { takesMethodTypes, type ApiVersion } from '../api/api-version.ts'
import { invalidRequest, notImitated } from '../api/stripe-error.ts'
import { methodTypes } from '../payments/methods/method.ts'
import { takesCurrency } from '../payments/methods/methods.ts'
import { isKnownType } from '../payments/methods/other-types.ts'
import type { SessionParams } from './session-fields.ts'

const usual: readonly string[] = ['card', 'sepa_debit']

/** The payment method types of a new session. Throws when none is left or one was demanded that is not imitated. */
export function chooseMethodTypes(choice: {
  params: SessionParams
  version: ApiVersion
  currency: string
}): string[] {
  const { params, version, currency } = choice
  const demanded = params.payment_method_types
  if (demanded !== undefined) return checkDemanded({ demanded, version, currency })
  const allowed = params.allowed_payment_method_types ?? usual
  const excluded = params.excluded_payment_method_types ?? []
  const types = methodTypes.filter(
    (type) => takesCurrency(type, currency) && allowed.includes(type) && !excluded.includes(type),
  )
  if (types.length > 0) return types
  throw invalidRequest(
    'No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods ' +
      'compatible with your chosen currency in your dashboard (https://dashboard.stripe.com/settings/payment_methods) or specify payment_method_types.',
  )
}

function checkDemanded(choice: { demanded: string[]; version: ApiVersion; currency: string }): string[] {
  const { demanded, version, currency } = choice
  const param = 'payment_method_types'
  if (!takesMethodTypes(version)) {
    throw invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  const stranger = demanded.find((type) => !methodTypes.some((one) => one === type))
  if (stranger !== undefined) throw strange(stranger, param)
  const misfit = demanded.find((type) => !takesCurrency(type, currency))
  if (misfit === undefined) return demanded
  const message = `The payment method type provided: ${misfit} is invalid with currency ${currency}.`
  throw invalidRequest(message, { param })
}

function strange(type: string, param: string): Error {
  if (isKnownType(type)) return notImitated(`the payment method ${type}`, param)
  return invalidRequest(`Invalid ${param}[0]: ${type} is not a type of payment method.`, { param })
}
