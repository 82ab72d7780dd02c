// The payment method that a PaymentIntent is to be paid with, and whether it may be.
import type { Account } from '../../account.ts'
import { invalidRequest } from '../../api/stripe-error.ts'
import type { PaymentMethod } from '../../store/stripe-types.ts'
import { insertPaymentMethod } from '../insert-payment-method.ts'
import { methodDetails } from '../method-details.ts'
import { chooseMethod } from './choose-method.ts'
import { methodToUse } from './find-method.ts'
import { changedBilling, type MethodData } from './method-fields.ts'

type Given = { payment_method?: string | undefined; payment_method_data?: MethodData | undefined }

/** The one that was named, or made of what was sent; null for neither. Throws Stripe's 400s. */
export function methodToPayWith(
  account: Account,
  given: Given,
  intent: { customer: string | null; types: readonly string[] },
): PaymentMethod | null {
  const { payment_method, payment_method_data } = given
  if (payment_method !== undefined && payment_method_data !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: payment_method, payment_method_data.')
  }
  if (payment_method_data !== undefined) {
    checkType(payment_method_data.type ?? '', intent.types)
    return makeMethod(account, payment_method_data, 'payment_method_data')
  }
  if (payment_method === undefined) return null
  const method = methodToUse(account, payment_method)
  checkType(method.type, intent.types)
  checkUsable(account, method, intent.customer)
  return method
}

/** Makes a payment method of parameters, which stand at `path`. Throws Stripe's 400s and 402s. */
export function makeMethod(account: Account, data: MethodData, path = ''): PaymentMethod {
  const choice = chooseMethod(account, data, path)
  const { allow_redisplay, metadata } = data
  const billing = changedBilling(null, data.billing_details)
  return insertPaymentMethod(account, choice, { billing, allow_redisplay, metadata })
}

/** Refuses a payment method that was used up, or that is not this customer's. Throws Stripe's 400s. */
export function checkUsable(account: Account, method: PaymentMethod, customer: string | null): void {
  if (methodDetails(account, method.id).spent) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a ' +
        'connected account without Customer attachment, or was detached from a Customer. It may not be used again. To ' +
        'use a PaymentMethod multiple times, you must attach it to a Customer first.',
    )
  }
  if (method.customer === null || method.customer === customer) return
  const message =
    customer === null
      ? `The PaymentMethod ${method.id} belongs to the Customer ${method.customer}. Please include the Customer in the ` +
        '`customer` parameter on the PaymentIntent.'
      : `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${customer}. Please use this ` +
        'PaymentMethod with the Customer that it belongs to instead.'
  throw invalidRequest(message, { param: 'payment_method' })
}

function checkType(type: string, types: readonly string[]): void {
  if (type === '' || types.includes(type)) return
  const message =
    `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one ` +
    `of the following types: ${types.join(', ')}. Alternatively, update the allowed payment_method_types for this ` +
    `PaymentIntent to include "${type}".`
  throw invalidRequest(message, {
    code: 'payment_intent_incompatible_payment_method',
    param: 'payment_method',
  })
}
