// Which payment methods a PaymentIntent offers (https://docs.stripe.com/payments/payment-methods/dynamic-payment-methods):
// all that fit, as on an account that has every one switched on, unless the caller narrows them down.
import { takesMethodTypes, type ApiVersion } from '../../api/api-version.ts'
import { invalidRequest, notImitated } from '../../api/stripe-error.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { methodTypes } from '../methods/method.ts'
import { findMethod, methodOf, takesCurrency } from '../methods/methods.ts'
import { isKnownType } from '../methods/other-types.ts'

export type Offer = Pick<PaymentIntent, 'automatic_payment_methods' | 'payment_method_types'>
type OfferParams = {
  currency: string
  captureMethod: PaymentIntent['capture_method'] | undefined
  version: ApiVersion
  automatic: { allow_redirects?: 'always' | 'never' | undefined; enabled: boolean } | undefined
  demanded: string[] | undefined
  allowed: string[] | null | undefined
  excluded: string[] | null | undefined
}

const firstAutomatic = '2023-08-16'

/** The types of a new PaymentIntent. Throws Stripe's 400s when none is left or one cannot be. */
export function offeredTypes(params: OfferParams): Offer {
  const { automatic, demanded, version } = params
  if (demanded !== undefined) {
    return { automatic_payment_methods: null, payment_method_types: checkDemanded(params, demanded) }
  }
  if (automatic?.enabled === false || (automatic === undefined && isOlder(version))) {
    return { automatic_payment_methods: null, payment_method_types: ['card'] }
  }
  const allow_redirects = automatic?.allow_redirects ?? 'always'
  const types = fittingTypes(params).filter(
    (type) => allow_redirects === 'always' || methodOf(type).flow !== 'redirect',
  )
  if (types.length === 0) throw noneLeft()
  return { automatic_payment_methods: { allow_redirects, enabled: true }, payment_method_types: types }
}

function isOlder(version: ApiVersion): boolean {
  return version.name.slice(0, 10) < firstAutomatic
}

function fittingTypes(params: OfferParams): string[] {
  const { currency, captureMethod, allowed, excluded } = params
  return methodTypes.filter(
    (type) =>
      takesCurrency(type, currency) &&
      (captureMethod !== 'manual' || methodOf(type).holds) &&
      (allowed?.includes(type) ?? true) &&
      !excluded?.includes(type),
  )
}

function checkDemanded(params: OfferParams, demanded: string[]): string[] {
  const param = 'payment_method_types'
  if (!takesMethodTypes(params.version)) {
    const message =
      'The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types`, or configure ' +
      'payment methods in the Dashboard, instead.'
    throw invalidRequest(message, { code: 'payment_method_types_no_longer_supported', param })
  }
  for (const type of demanded) checkType(type, params.currency)
  return demanded
}

function checkType(type: string, currency: string): void {
  const param = 'payment_method_types'
  const method = findMethod(type)
  if (method === null && isKnownType(type)) throw notImitated(`the payment method ${type}`, param)
  if (method === null) {
    const message =
      `The payment method type "${type}" is invalid. Please ensure the provided type is activated in your dashboard ` +
      '(https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features ' +
      'that you are trying to use. See https://stripe.com/docs/payments/payment-methods/integration-options for ' +
      'supported combinations.'
    throw invalidRequest(message, { code: 'payment_intent_invalid_parameter', param })
  }
  if (method.currencies?.includes(currency) ?? true) return
  const takes = method.currencies?.toSorted().join(', ')
  const message = `The currency provided (${currency}) is invalid. Payments with ${type} support the following currencies: ${takes}.`
  throw invalidRequest(message, { code: 'payment_intent_invalid_parameter', param: 'currency' })
}

function noneLeft(): Error {
  return invalidRequest(
    'No valid payment method types for this Payment Intent. Please ensure that you have activated payment methods ' +
      'compatible with your chosen currency in your dashboard (https://dashboard.stripe.com/settings/payment_methods).',
  )
}
