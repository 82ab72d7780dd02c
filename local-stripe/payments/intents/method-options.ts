// What a PaymentIntent asks of single payment methods (https://docs.stripe.com/api/payment_intents/create#create_payment_intent-payment_method_options).
import { choice, clearable, emptyable, integer, object, text, type Field } from '../../api/fields.ts'
import { invalidRequest } from '../../api/stripe-error.ts'
import type { MethodOptions } from '../methods/method.ts'
import { optionsOf } from '../methods/methods.ts'

const single = { setup_future_usage: emptyable(choice('none')) }
const debit = { setup_future_usage: emptyable(choice('none', 'off_session', 'on_session')) }
const card = {
  ...debit,
  capture_method: emptyable(choice('manual')),
  request_three_d_secure: choice('any', 'automatic', 'challenge'),
}
const usBankAccount = { ...debit, verification_method: choice('automatic', 'instant', 'microdeposits') }
const wechatPay = { ...single, app_id: text(), client: choice('android', 'ios', 'mobile_web', 'web') }

export const optionsField = object({
  alipay: emptyable(object(debit)),
  card: emptyable(object(card)),
  konbini: emptyable(
    object({
      ...single,
      confirmation_number: emptyable(confirmationNumber()),
      expires_after_days: emptyable(integer({ min: 0, max: 60 })),
      expires_at: emptyable(integer()),
      product_description: clearable(22),
    }),
  ),
  multibanco: emptyable(object(single)),
  sepa_debit: emptyable(object(debit)),
  us_bank_account: emptyable(object(usBankAccount)),
  wechat_pay: emptyable(object(wechatPay)),
})

/** The options of a PaymentIntent that offers these types: what it had, changed by what was sent; null unsets. */
export function changedOptions(
  types: readonly string[],
  old: object | null,
  sent: object | null | undefined,
): MethodOptions {
  const kept = new Map<string, object | null>(Object.entries(old ?? {}))
  const given = new Map<string, object | null | undefined>(Object.entries(sent ?? {}))
  const changed = Object.entries(optionsOf(types)).map(([type, usual]) => {
    const before = given.get(type) === null ? null : kept.get(type)
    return [type, changedMembers({ ...usual, ...before }, given.get(type), usual)]
  })
  return Object.fromEntries(changed)
}

function changedMembers(before: object, given: object | null | undefined, usual: object): object {
  const sent = Object.entries(given ?? {}).filter(([, value]) => value !== undefined)
  const unset = new Set(sent.filter(([, value]) => value === null).map(([name]) => name))
  const kept = Object.entries(before).filter(([name]) => !unset.has(name) || name in usual)
  const set = sent.filter(([name, value]) => value !== null || name in usual)
  return Object.fromEntries([...kept, ...set])
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
