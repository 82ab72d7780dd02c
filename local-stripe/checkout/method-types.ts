// Which payment methods a session offers. Stripe picks from all that the account has switched on; here these are cards,
// and SEPA debit for euros. The others are offered when a request names them.
import { takesMethodTypes, type ApiVersion } from '../api/api-version.ts'
import { invalidRequest, notImitated } from '../api/stripe-error.ts'
import { methodTypes, type MethodType } from '../payments/methods/method.ts'
import { findMethod, methodOf, takesCurrency } from '../payments/methods/methods.ts'
import { isKnownType } from '../payments/methods/other-types.ts'
import type { SessionParams } from './session-fields.ts'

const switchedOn = new Set<string>(['card', 'sepa_debit'])
/** Those that can be kept for later payments. */
const reusable = new Set<string>(['card', 'sepa_debit', 'us_bank_account'])

type Choice = { params: SessionParams; version: ApiVersion; currency: string }

/** The payment method types of a new session. Throws when none is left or one was demanded that is not imitated. */
export function chooseMethodTypes(choice: Choice): string[] {
  const { params } = choice
  const suitable = methodTypes.filter((type) => suits(type, choice))
  if (params.payment_method_types !== undefined) {
    return checkDemanded(params.payment_method_types, suitable, choice)
  }
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded = [] } = params
  const types = suitable
    .filter((type) => (allowed === undefined ? switchedOn.has(type) : allowed.includes(type)))
    .filter((type) => !excluded.includes(type))
  if (types.length > 0) return types
  throw invalidRequest(
    'No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods ' +
      'compatible with your chosen currency in your dashboard (https://dashboard.stripe.com/settings/payment_methods) or specify payment_method_types.',
  )
}

/** Whether a method takes the currency, can hold money that is captured later, and can be kept where that is wanted. */
function suits(type: MethodType, { params, currency }: Choice): boolean {
  const { capture_method, setup_future_usage } = params.payment_intent_data ?? {}
  if (!takesCurrency(type, currency)) return false
  if (capture_method === 'manual' && !methodOf(type).holds) return false
  return setup_future_usage === undefined || reusable.has(type)
}

function checkDemanded(demanded: string[], suitable: MethodType[], { version, currency }: Choice): string[] {
  const param = 'payment_method_types'
  if (!takesMethodTypes(version)) {
    throw invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  const stranger = demanded.findIndex((type) => findMethod(type) === null)
  if (stranger >= 0) throw strange(demanded[stranger] ?? '', `${param}[${stranger}]`)
  const misfit = demanded.find((type) => !suitable.some((known) => known === type))
  if (misfit === undefined) return demanded
  const message = `The payment method type provided: ${misfit} is invalid with currency ${currency}.`
  throw invalidRequest(message, { param })
}

function strange(type: string, param: string): Error {
  if (isKnownType(type)) return notImitated(`the payment method ${type}`, param)
  return invalidRequest(`Invalid ${param}: ${type} is not a type of payment method.`, { param })
}
