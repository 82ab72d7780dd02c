// Which payment methods a session offers. Local Stripe has cards, and SEPA debit for euros; Stripe picks from all the
// methods that the account has switched on.
import { takesMethodTypes, type ApiVersion } from '../api/api-version.ts'
import { invalidRequest, notImitated } from '../api/stripe-error.ts'
import type { SessionParams } from './session-fields.ts'

const imitated = ['card', 'sepa_debit']

/** The payment method types of a new session. Throws when none is left or one was demanded that is not imitated. */
export function chooseMethodTypes(choice: {
  params: SessionParams
  version: ApiVersion
  currency: string
}): string[] {
  const { params, version, currency } = choice
  const demanded = params.payment_method_types
  const available = currency === 'eur' ? imitated : ['card']
  if (demanded !== undefined) return checkDemanded({ demanded, version, available, currency })
  const allowed = params.allowed_payment_method_types ?? available
  const excluded = params.excluded_payment_method_types ?? []
  const types = available.filter((type) => allowed.includes(type) && !excluded.includes(type))
  if (types.length > 0) return types
  throw invalidRequest(
    'No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods ' +
      'compatible with your chosen currency in your dashboard (https://dashboard.stripe.com/settings/payment_methods) or specify payment_method_types.',
  )
}

function checkDemanded(choice: {
  demanded: string[]
  version: ApiVersion
  available: string[]
  currency: string
}): string[] {
  const { demanded, version, available, currency } = choice
  const param = 'payment_method_types'
  if (!takesMethodTypes(version)) {
    throw invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  const stranger = demanded.find((type) => !imitated.includes(type))
  if (stranger !== undefined) throw notImitated(`the payment method ${stranger}`, param)
  const misfit = demanded.find((type) => !available.includes(type))
  if (misfit === undefined) return demanded
  const message = `The payment method type provided: ${misfit} is invalid with currency ${currency}.`
  throw invalidRequest(message, { param })
}
