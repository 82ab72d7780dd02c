// The options of payment methods: as a session shows them, and as its PaymentIntent takes them over.
import { notImitated } from '../api/stripe-error.ts'
import { findMethod } from '../payments/methods/methods.ts'
import type { Session } from '../store/stripe-types.ts'
import type { MethodOptionParams } from './method-option-fields.ts'

type Options = NonNullable<Session['payment_method_options']>

/** The options of a new session. Throws a 501 for those that would change a payment and are not imitated. */
export function sessionMethodOptions(given: MethodOptionParams | undefined): Options {
  checkImitated(given)
  const options: Options = Object.fromEntries(
    Object.entries(given ?? {})
      .filter(([type, value]) => findMethod(type) !== null && value !== undefined)
      .map(([type, value]) => [type, withoutUndefined(value)]),
  )
  const { card, konbini, wechat_pay } = options
  return {
    ...options,
    card: { request_three_d_secure: 'automatic', ...card },
    ...(konbini && { konbini: { ...konbini, expires_after_days: konbini.expires_after_days ?? null } }),
    ...(wechat_pay && { wechat_pay: { ...wechat_pay, app_id: wechat_pay.app_id ?? null } }),
  }
}

/** What a PaymentIntent for the session says of each method beside that method's own options. */
export function optionsForIntent(session: Session): Record<string, object> {
  const { card, konbini } = session.payment_method_options ?? {}
  const { installments: _page, restrictions: _refused, ...ofCard } = card ?? {}
  return { card: ofCard, ...(konbini && { konbini: { expires_after_days: konbini.expires_after_days } }) }
}

function checkImitated(given: MethodOptionParams | undefined): void {
  for (const type of ['card', 'sepa_debit', 'us_bank_account'] as const) {
    const usage = given?.[type]?.setup_future_usage
    if (usage === undefined || usage === 'none') continue
    const path = `payment_method_options[${type}][setup_future_usage]`
    throw notImitated(`${path} (use \`payment_intent_data[setup_future_usage]\` for all methods)`, path)
  }
  if (given?.card?.installments?.enabled === true) {
    throw notImitated('card payments by installments', 'payment_method_options[card][installments]')
  }
  if (given?.us_bank_account?.verification_method === 'microdeposits') {
    const param = 'payment_method_options[us_bank_account][verification_method]'
    throw notImitated('verification of bank accounts by microdeposits in Checkout', param)
  }
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
}
