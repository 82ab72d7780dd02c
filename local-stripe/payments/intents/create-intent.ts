// POST /v1/payment_intents (https://docs.stripe.com/api/payment_intents/create).
import type { Account } from '../../account.ts'
import type { Call } from '../../api/route.ts'
import { invalidRequest, type StripeError } from '../../api/stripe-error.ts'
import { customerToUse } from '../../customers/customers.ts'
import { recordEvent } from '../../events/record-event.ts'
import { checkPaymentAmount } from '../../money/check-total.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { newIntent } from '../new-intent.ts'
import { methodToPayWith } from '../payment-methods/method-to-pay-with.ts'
import { shippingOf } from '../shipping.ts'
import { confirmByApi } from './confirm-by-api.ts'
import type { CreateParams } from './intent-fields.ts'
import { confirmingFields } from './intent-fields.ts'
import { changedOptions } from './method-options.ts'
import { offeredTypes } from './offered-types.ts'

/** Makes a PaymentIntent, and confirms it when told to. Throws Stripe's 400s; a declined one comes back as the error. */
export function createIntent(call: Call<CreateParams>): PaymentIntent | StripeError {
  const { account, params, request } = call
  checkParams(account, params)
  const intent = newIntent(account, intentOf(call))
  account.store.insert('payment_intent', intent)
  recordEvent(account, { type: 'payment_intent.created', object: intent }, { request })
  return params.confirm === true ? confirmByApi(call, intent) : intent
}

function intentOf(call: Call<CreateParams>): Parameters<typeof newIntent>[1] {
  const { account, params, version } = call
  const offer = offeredTypes({
    currency: params.currency,
    captureMethod: params.capture_method,
    version,
    automatic: params.automatic_payment_methods,
    demanded: params.payment_method_types,
    allowed: params.allowed_payment_method_types,
    excluded: params.excluded_payment_method_types,
  })
  const method = methodToPayWith(account, params, {
    customer: params.customer ?? null,
    types: offer.payment_method_types,
  })
  return {
    ...offer,
    ...aboutOf(params),
    payment_method: method?.id ?? null,
    payment_method_options: changedOptions(offer.payment_method_types, null, params.payment_method_options),
    status: method === null ? 'requires_payment_method' : 'requires_confirmation',
  }
}

function aboutOf(params: CreateParams) {
  return {
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    capture_method: params.capture_method ?? 'automatic_async',
    confirmation_method: params.confirmation_method ?? 'automatic',
    currency: params.currency,
    customer: params.customer ?? null,
    description: params.description ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    metadata: params.metadata ?? {},
    receipt_email: params.receipt_email ?? null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: shippingOf(params.shipping),
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    transfer_group: params.transfer_group ?? null,
  } as const
}

function checkParams(account: Account, params: CreateParams): void {
  checkPaymentAmount(params)
  if (params.customer !== undefined) customerToUse(account, params.customer)
  if (params.confirm !== true) refuseConfirming(params)
  const automatic = params.automatic_payment_methods?.enabled === true
  if (automatic && params.payment_method_types !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: automatic_payment_methods, payment_method_types.',
    )
  }
  if (automatic && params.confirmation_method === 'manual') {
    throw invalidRequest(
      'You cannot set `confirmation_method` to `manual` when `automatic_payment_methods[enabled]` is `true`.',
      { param: 'confirmation_method' },
    )
  }
}

/** What only makes sense while confirming. */
function refuseConfirming(params: CreateParams): void {
  const given = Object.keys(confirmingFields).find(
    (name) =>
      name !== 'use_stripe_sdk' &&
      Object.entries(params).some(([key, value]) => key === name && value !== undefined),
  )
  if (given === undefined) return
  throw invalidRequest(`The parameter \`${given}\` can only be used with \`confirm=true\`.`, { param: given })
}
