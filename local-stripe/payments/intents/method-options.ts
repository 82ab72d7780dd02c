// What a PaymentIntent asks of single payment methods (https://docs.stripe.com/api/payment_intents/create#create_payment_intent-payment_method_options).
import {
  choice,
  clearable,
  emptyable,
  integer,
  object,
  text,
  type Field,
  type ValueOf,
} from '../../api/fields.ts'
import { invalidRequest } from '../../api/stripe-error.ts'
import type { MethodOptions } from '../methods/method.ts'
import { optionsOf } from '../methods/methods.ts'

export const optionsField = object({
  alipay: emptyable(object({})),
  card: emptyable(object({ request_three_d_secure: choice('any', 'automatic', 'challenge') })),
  konbini: emptyable(
    object({
      confirmation_number: emptyable(confirmationNumber()),
      expires_after_days: emptyable(integer({ min: 0, max: 60 })),
      expires_at: emptyable(integer()),
      product_description: clearable(22),
    }),
  ),
  multibanco: emptyable(object({})),
  sepa_debit: emptyable(object({})),
  us_bank_account: emptyable(
    object({ verification_method: choice('automatic', 'instant', 'microdeposits') }),
  ),
  wechat_pay: emptyable(object({ app_id: text(), client: choice('android', 'ios', 'mobile_web', 'web') })),
})

/** The options of a PaymentIntent that offers these types: what it had, changed by what was sent. */
export function changedOptions(
  types: readonly string[],
  old: MethodOptions | null,
  sent: ValueOf<typeof optionsField> | undefined,
): MethodOptions {
  const merged: Record<string, unknown> = {}
  for (const [type, usual] of Object.entries(optionsOf(types))) {
    const kept = old && Object.entries(old).find(([name]) => name === type)?.[1]
    const given = sent && Object.entries(sent).find(([name]) => name === type)?.[1]
    merged[type] = { ...usual, ...(given === null ? {} : kept), ...withoutUnset(given) }
  }
  return merged
}

function withoutUnset(given: object | null | undefined): object {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined))
}

function confirmationNumber(): Field<string> {
  return {
    read(value, path) {
      const number = text().read(value, path)
      if (/^\d{10,11}$/.test(number) && !/^0+$/.test(number)) return number
      const message = 'The confirmation number must have 10 or 11 digits, and not zeros alone.'
      throw invalidRequest(message, { param: path })
    },
  }
}
