// What the calls on PaymentIntents take (https://docs.stripe.com/api/payment_intents).
import { choice, clearable, emptyable, flag, integer, list, needed, object, text } from '../../api/fields.ts'
import type { Field, ValuesOf } from '../../api/fields.ts'
import { currency, emailAddress, metadata, texts, webAddress } from '../../api/shared-fields.ts'
import { invalidRequest } from '../../api/stripe-error.ts'
import { methodDataField } from '../payment-methods/method-fields.ts'
import { shippingField } from '../shipping.ts'
import { optionsField } from './method-options.ts'

const captureMethod = choice('automatic', 'automatic_async', 'manual')
const usage = choice('off_session', 'on_session')

/** What create, update and confirm take alike. */
const common = {
  allowed_payment_method_types: texts(60),
  capture_method: captureMethod,
  excluded_payment_method_types: emptyable(texts(60)),
  payment_method: text(),
  payment_method_data: methodDataField,
  payment_method_options: optionsField,
  payment_method_types: texts(60),
  receipt_email: emptyable(emailAddress()),
  setup_future_usage: emptyable(usage),
  shipping: emptyable(shippingField),
}

/** What belongs to the moment of confirming. */
export const confirmingFields = {
  error_on_requires_action: flag(),
  mandate_data: emptyable(
    object({
      customer_acceptance: object({
        accepted_at: integer(),
        offline: emptyable(object({})),
        online: object({ ip_address: text(), user_agent: text() }),
        type: needed(choice('offline', 'online')),
      }),
    }),
  ),
  off_session: offSession(),
  return_url: webAddress(),
  use_stripe_sdk: flag(),
}

const described = {
  customer: text(),
  description: clearable(1000),
  metadata: metadata(),
  statement_descriptor: descriptor(),
  statement_descriptor_suffix: descriptor(),
  transfer_group: text(),
}

export const createFields = {
  ...common,
  ...confirmingFields,
  ...described,
  amount: needed(integer({ min: 1 })),
  automatic_payment_methods: object({ allow_redirects: choice('always', 'never'), enabled: needed(flag()) }),
  confirm: flag(),
  confirmation_method: choice('automatic', 'manual'),
  currency: needed(currency()),
}

export const updateFields = { ...common, ...described, amount: integer({ min: 1 }), currency: currency() }
export const confirmFields = { ...common, ...confirmingFields }
export const captureFields = {
  amount_to_capture: integer({ min: 1 }),
  final_capture: flag(),
  metadata: metadata(),
  statement_descriptor: descriptor(),
  statement_descriptor_suffix: descriptor(),
}
export const cancelFields = {
  cancellation_reason: choice('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
}
export const verifyFields = { amounts: list(integer(), 2), descriptor_code: text() }

export type CreateParams = ValuesOf<typeof createFields>
export type UpdateParams = ValuesOf<typeof updateFields>
export type ConfirmParams = ValuesOf<typeof confirmFields>
export type CaptureParams = ValuesOf<typeof captureFields>
export type CommonParams = ValuesOf<typeof common>

/** `true`, `false`, or why the shopper is not there, which counts as `true`. */
function offSession(): Field<boolean> {
  const word = choice('false', 'one_off', 'recurring', 'true')
  return { read: (value, path) => word.read(value, path) !== 'false' }
}

/** What stands on a bank statement (https://docs.stripe.com/get-started/account/statement-descriptors); '' unsets it. */
export function descriptor(): Field<string | null> {
  const plain = clearable(22)
  return {
    read(value, path) {
      const given = plain.read(value, path)
      if (given === null) return null
      if (/[<>\\'"*]/.test(given)) {
        const message = `The statement descriptor cannot contain any of the characters <, >, \\, ', " or *.`
        throw invalidRequest(message, { param: path })
      }
      if (/[a-z]/i.test(given)) return given
      const message = 'The statement descriptor must contain at least one alphabetic character.'
      throw invalidRequest(message, { param: path })
    },
  }
}
