// What POST /v1/checkout/sessions takes. Every name is one of SessionCreateParams' (the compiler holds us to it) or of
// the versions before 2022-08-01.
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
import type { SessionCreateParams } from '../store/stripe-types.ts'
import { locales } from './locales.ts'

type Known<Names extends string> = Partial<Record<Names, unknown>>

const productData = object({
  name: needed(text()),
  description: text(),
  images: list(webAddress(2048), 8),
  metadata: metadata(),
  unit_label: text(),
  tax_code: text(),
})

const priceData = object({
  currency: needed(currency()),
  product: text(),
  product_data: productData,
  unit_amount: integer({ min: 0 }),
  tax_behavior: choice('exclusive', 'inclusive', 'unspecified'),
})

const amountInItem = {
  amount: integer({ min: 0 }),
  currency: currency(),
  name: text(),
  description: text(),
  images: list(webAddress(2048), 8),
}

export const lineItem = object({
  price: text(),
  price_data: priceData,
  quantity: integer({ min: 1 }),
  metadata: metadata(),
  ...amountInItem,
})

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
  statement_descriptor: clearable(22),
  statement_descriptor_suffix: clearable(22),
  transfer_group: text(),
})

export const sessionFields = {
  adaptive_pricing: object({ enabled: flag() }),
  allow_promotion_codes: flag(),
  allowed_payment_method_types: texts(60),
  billing_address_collection: choice('auto', 'required'),
  branding_settings: asSent(),
  cancel_url: webAddress(),
  client_reference_id: text(200),
  currency: currency(),
  custom_text: asSent(),
  customer: text(),
  customer_creation: choice('always', 'if_required'),
  customer_email: emailAddress(),
  excluded_payment_method_types: texts(60),
  expires_at: integer(),
  integration_identifier: text(200),
  line_items: list(lineItem, 100),
  locale: choice(...locales),
  metadata: metadata(),
  mode: choice('payment', 'setup', 'subscription'),
  origin_context: choice('mobile_app', 'web'),
  payment_intent_data: paymentIntentData,
  payment_method_options: asSent(),
  payment_method_types: texts(60),
  phone_number_collection: object({ enabled: needed(flag()) }),
  submit_type: choice('auto', 'book', 'donate', 'pay', 'subscribe'),
  success_url: webAddress(),
  ui_mode: choice('hosted_page', 'hosted', 'embedded_page', 'embedded', 'elements', 'custom', 'form'),
  wallet_options: asSent(),
} satisfies Known<keyof SessionCreateParams | 'payment_method_types'>

export type SessionParams = ValuesOf<typeof sessionFields>
export type LineItemParams = NonNullable<SessionParams['line_items']>[number]
export type PaymentIntentData = NonNullable<SessionParams['payment_intent_data']>
