// The payment methods that Local Stripe has, in the order in which a page offers them.
import { card } from './card.ts'
import type { Method, MethodType } from './method.ts'
import { sepaDebit } from './sepa-debit.ts'

const all: Record<MethodType, Method> = { card, sepa_debit: sepaDebit }

/** Every type, in the order in which a page offers them. */
export const methodTypes: readonly MethodType[] = Object.values(all).map((method) => method.type)

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
