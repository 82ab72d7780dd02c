// A new Checkout Session with every property of the pinned API version, null where nothing is set.
import type { Customer, Session } from '../store/stripe-types.ts'
import { newCustomFields } from './custom-fields.ts'
import { sessionMethodOptions } from './method-options.ts'
import {
  afterExpiration,
  brandingSettings,
  consentCollection,
  customText,
  nameCollection,
  savedMethods,
} from './page-settings.ts'
import type { SessionAmounts } from './price-order.ts'
import type { SessionParams } from './session-fields.ts'

/** What the order, the account and the moment add to the parameters. Times in seconds. */
export type SessionStart = {
  id: string
  params: SessionParams
  amounts: SessionAmounts
  currency: string
  created: number
  customer: Customer | null
  discounts: Session['discounts']
  methodTypes: string[]
  optionalItems: NonNullable<Session['optional_items']>
  shippingOptions: Session['shipping_options']
  url: string
}

const longest = 24 * 3600

/** The session of these parameters, open and unpaid. Throws Stripe's 400s for custom fields that cannot be. */
export function newSession(start: SessionStart): Session {
  const { id, params, created, customer, optionalItems } = start
  return {
    id,
    object: 'checkout.session',
    ...nothingElse,
    ...start.amounts,
    created,
    currency: start.currency,
    customer: customer?.id ?? null,
    customer_creation: customer === null ? (params.customer_creation ?? 'if_required') : null,
    customer_details: knownCustomer(customer?.email ?? params.customer_email ?? null, customer),
    customer_email: params.customer_email ?? null,
    discounts: start.discounts,
    ...(params.excluded_payment_method_types && {
      excluded_payment_method_types: params.excluded_payment_method_types,
    }),
    expires_at: params.expires_at ?? created + longest,
    metadata: params.metadata ?? {},
    ...(optionalItems.length > 0 && { optional_items: optionalItems }),
    payment_method_options: sessionMethodOptions(params.payment_method_options),
    payment_method_types: start.methodTypes,
    shipping_options: start.shippingOptions,
    url: `${start.url}/c/pay/${id}`,
    ...asGiven(params),
    ...asked(params),
  }
}

function asGiven(params: SessionParams) {
  return {
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? false },
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    integration_identifier: params.integration_identifier ?? null,
    locale: params.locale ?? null,
    origin_context: params.origin_context ?? null,
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
  }
}

/** What the page asks the shopper, and how it looks. */
function asked(params: SessionParams) {
  const { shipping_address_collection, tax_id_collection: taxIds, wallet_options } = params
  return {
    after_expiration: afterExpiration(params.after_expiration),
    branding_settings: brandingSettings(params.branding_settings),
    consent_collection: consentCollection(params.consent_collection),
    custom_fields: newCustomFields(params.custom_fields ?? []),
    custom_text: customText(params.custom_text),
    ...nameCollection(params.name_collection),
    phone_number_collection: params.phone_number_collection ?? { enabled: false },
    saved_payment_method_options: savedMethods(params),
    shipping_address_collection: shipping_address_collection ?? null,
    ...(taxIds && { tax_id_collection: { enabled: taxIds.enabled, required: taxIds.required ?? 'never' } }),
    wallet_options: wallet_options?.link?.display ? { link: { display: wallet_options.link.display } } : null,
  }
}

function knownCustomer(email: string | null, customer: Customer | null): Session['customer_details'] {
  if (email === null && customer === null) return null
  const nobody = { address: null, business_name: null, individual_name: null, name: null, phone: null }
  return { ...nobody, email, tax_exempt: customer?.tax_exempt ?? 'none', tax_ids: null }
}

const nothingElse = {
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: null,
  consent: null,
  currency_conversion: null,
  customer_account: null,
  invoice: null,
  invoice_creation: {
    enabled: false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: null,
      metadata: {},
      rendering_options: null,
    },
  },
  livemode: false,
  managed_payments: null,
  mode: 'payment',
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  permissions: null,
  recovered_from: null,
  setup_intent: null,
  status: 'open',
  subscription: null,
  ui_mode: 'hosted_page',
} satisfies Partial<Session>
