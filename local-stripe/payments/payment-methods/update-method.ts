// POST /v1/payment_methods/:id (https://docs.stripe.com/api/payment_methods/update).
import type { ValuesOf } from '../../api/fields.ts'
import type { Call } from '../../api/route.ts'
import { mergeMetadata } from '../../api/shared-fields.ts'
import { invalidRequest } from '../../api/stripe-error.ts'
import { previousAttributes } from '../../events/previous-attributes.ts'
import { recordEvent } from '../../events/record-event.ts'
import type { PaymentMethod } from '../../store/stripe-types.ts'
import { methodAt } from './find-method.ts'
import { changedBilling, type methodUpdateFields } from './method-fields.ts'

type Params = ValuesOf<typeof methodUpdateFields>

/** Changes a customer's payment method and gives it. Throws a 400 for one that is nobody's. */
export function updateMethod({ account, id, params, request }: Call<Params>): PaymentMethod {
  const method = methodAt(account, id)
  if (method.customer === null) {
    throw invalidRequest('You must save this PaymentMethod to a customer before you can update it.')
  }
  const { allow_redisplay, billing_details, metadata } = params
  const updated: PaymentMethod = {
    ...method,
    ...(allow_redisplay && { allow_redisplay }),
    ...(billing_details && { billing_details: changedBilling(method.billing_details, billing_details) }),
    ...(metadata && { metadata: mergeMetadata(method.metadata ?? {}, metadata) }),
    ...changedPart(method, params),
  }
  account.store.save(updated)
  const previous = previousAttributes(method, updated)
  if (previous !== null) {
    recordEvent(account, { type: 'payment_method.updated', object: updated }, { request, previous })
  }
  return updated
}

function changedPart(method: PaymentMethod, params: Params): Partial<PaymentMethod> {
  checkPart(method, params)
  const { card, us_bank_account } = method
  const { exp_month, exp_year } = params.card ?? {}
  const { account_holder_type, account_type } = params.us_bank_account ?? {}
  const date = { ...(exp_month && { exp_month }), ...(exp_year && { exp_year }) }
  const holder = {
    ...(account_holder_type && { account_holder_type }),
    ...(account_type && { account_type }),
  }
  return {
    ...(card && { card: { ...card, ...date } }),
    ...(us_bank_account && { us_bank_account: { ...us_bank_account, ...holder } }),
  }
}

function checkPart(method: PaymentMethod, params: Params): void {
  const stranger = (['card', 'us_bank_account'] as const).find(
    (type) => params[type] !== undefined && method.type !== type,
  )
  if (stranger !== undefined) {
    const message = `You cannot update \`${stranger}\` of a PaymentMethod of the type ${method.type}.`
    throw invalidRequest(message, { param: stranger })
  }
  const month = params.card?.exp_month
  if (month === undefined || (month >= 1 && month <= 12)) return
  const message = "Your card's expiration month is invalid."
  throw invalidRequest(message, { code: 'invalid_expiry_month', param: 'card[exp_month]' })
}
