// What POST /v1/checkout/sessions takes. Every name is one of SessionCreateParams' (the compiler holds us to it) or of
// the versions before 2022-08-01. What only other modes and pages take is read as well, so that it is refused as Stripe
// refuses it.
import { choice, clearable, flag, integer, list, needed, object, text, type ValuesOf } from '../api/fields.ts'
import {
  addressFields,
  asSent,
  currency,
  emailAddress,
  metadata,
  texts,
  webAddress,
} from '../api/shared-fields.ts'
import { descriptor } from '../payments/intents/intent-fields.ts'
import { shippingRateData } from '../rates/shipping-rates.ts'
import type { SessionCreateParams } from '../store/stripe-types.ts'
import {
  consentCollection,
  customField,
  customText,
  nameCollection,
  shippingAddressCollection,
  taxIdCollection,
} from './collection-fields.ts'
import { lineItem, optionalItem } from './line-item-fields.ts'
import { locales } from './locales.ts'
import { methodOptions } from './method-option-fields.ts'

type Known<Names extends string> = Partial<Record<Names, unknown>>

const autoOrNever = choice('auto', 'never')
const picture = object({ type: needed(choice('file', 'url')), file: text(), url: webAddress() })

const paymentIntentData = object({
  capture_method: choice('automatic', 'automatic_async', 'manual'),
  description: clearable(1000),
  metadata: metadata(),
  receipt_email: emailAddress(),
  setup_future_usage: choice('off_session', 'on_session'),
  shipping: object({
    address: needed(addressFields()),
    name: needed(text()),
    carrier: text(),
    phone: text(),
    tracking_number: text(),
  }),
  statement_descriptor: descriptor(),
  statement_descriptor_suffix: descriptor(),
  transfer_group: text(),
})

const brandingSettings = object({
  background_color: clearable(7),
  border_style: choice('pill', 'rectangular', 'rounded', ''),
  button_color: clearable(7),
  display_name: text(200),
  font_family: clearable(100),
  icon: picture,
  logo: picture,
})

export const shippingOption = object({ shipping_rate: text(), shipping_rate_data: shippingRateData })

const refusedHere = {
  payment_method_collection: choice('always', 'if_required'),
  permissions: asSent(),
  redirect_on_completion: choice('always', 'if_required', 'never'),
  return_url: webAddress(),
  setup_intent_data: asSent(),
  subscription_data: asSent(),
}

export const sessionFields = {
  adaptive_pricing: object({ enabled: flag() }),
  after_expiration: object({ recovery: object({ enabled: needed(flag()), allow_promotion_codes: flag() }) }),
  allow_promotion_codes: flag(),
  allowed_payment_method_types: texts(60),
  automatic_tax: object({ enabled: needed(flag()), liability: asSent() }),
  billing_address_collection: choice('auto', 'required'),
  branding_settings: brandingSettings,
  cancel_url: webAddress(),
  client_reference_id: text(200),
  consent_collection: consentCollection,
  currency: currency(),
  custom_fields: list(customField, 3),
  custom_text: customText,
  customer: text(),
  customer_creation: choice('always', 'if_required'),
  customer_email: emailAddress(),
  customer_update: object({ address: autoOrNever, name: autoOrNever, shipping: autoOrNever }),
  discounts: list(object({ coupon: text(), promotion_code: text() }), 1),
  excluded_payment_method_types: texts(60),
  expires_at: integer(),
  integration_identifier: text(200),
  invoice_creation: object({ enabled: needed(flag()), invoice_data: asSent() }),
  line_items: list(lineItem, 100),
  locale: choice(...locales),
  managed_payments: object({ enabled: flag() }),
  metadata: metadata(),
  mode: choice('payment', 'setup', 'subscription'),
  name_collection: nameCollection,
  optional_items: list(optionalItem, 10),
  origin_context: choice('mobile_app', 'web'),
  payment_intent_data: paymentIntentData,
  payment_method_data: object({ allow_redisplay: choice('always', 'limited', 'unspecified') }),
  payment_method_options: methodOptions,
  payment_method_types: texts(60),
  phone_number_collection: object({ enabled: needed(flag()) }),
  saved_payment_method_options: object({
    allow_redisplay_filters: list(choice('always', 'limited', 'unspecified'), 3),
    payment_method_remove: choice('disabled', 'enabled'),
    payment_method_save: choice('disabled', 'enabled'),
  }),
  shipping_address_collection: shippingAddressCollection,
  shipping_options: list(shippingOption, 5),
  submit_type: choice('auto', 'book', 'donate', 'pay', 'subscribe'),
  success_url: webAddress(),
  tax_id_collection: taxIdCollection,
  ui_mode: choice('hosted_page', 'hosted', 'embedded_page', 'embedded', 'elements', 'custom', 'form'),
  wallet_options: object({ link: object({ display: choice('auto', 'never') }) }),
  ...refusedHere,
} satisfies Known<keyof SessionCreateParams | 'payment_method_types'>

export type SessionParams = ValuesOf<typeof sessionFields>
export type ShippingOptionParams = NonNullable<SessionParams['shipping_options']>[number]
export type PaymentIntentData = NonNullable<SessionParams['payment_intent_data']>
