// The payment methods that Local Stripe has.
import { alipay } from './alipay.ts'
import { card } from './card.ts'
import { konbini } from './konbini.ts'
import { methodTypes, type Method, type MethodOptions, type MethodType } from './method.ts'
import { multibanco } from './multibanco.ts'
import { sepaDebit } from './sepa-debit.ts'
import { usBankAccount } from './us-bank-account.ts'
import { wechatPay } from './wechat-pay.ts'

const all: Record<MethodType, Method> = {
  card,
  sepa_debit: sepaDebit,
  us_bank_account: usBankAccount,
  konbini,
  multibanco,
  alipay,
  wechat_pay: wechatPay,
}

/** The method of a type, or null when Local Stripe has not got it. */
export function findMethod(type: string): Method | null {
  const known = methodTypes.find((one) => one === type)
  return known === undefined ? null : all[known]
}

/** The method of a type that is known to be there. */
export function methodOf(type: string): Method {
  const method = findMethod(type)
  if (method === null) throw new Error(`There is no payment method ${type}.`)
  return method
}

/** Whether a payment in a currency can be made with a method. */
export function takesCurrency(type: string, currency: string): boolean {
  const method = findMethod(type)
  return method !== null && (method.currencies?.includes(currency) ?? true)
}

/** What a PaymentIntent says of the methods that it offers. */
export function optionsOf(types: readonly string[]): MethodOptions {
  return Object.assign({}, ...types.map((type) => methodOf(type).options))
}
