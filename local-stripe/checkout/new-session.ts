// A new Checkout Session with every property of the pinned API version, null where nothing is set.
import type { Session } from '../store/stripe-types.ts'
import type { SessionParams } from './session-fields.ts'

/** The session of these parameters, open and unpaid. Amounts in minor units, times in seconds. */
export function newSession(start: {
  id: string
  params: SessionParams
  amount: number
  currency: string
  methodTypes: string[]
  created: number
  expiresAt: number
  url: string
}): Session {
  const { id, params, amount, currency, methodTypes, created, expiresAt, url } = start
  return {
    id,
    object: 'checkout.session',
    ...nothingElse,
    amount_subtotal: amount,
    amount_total: amount,
    created,
    currency,
    customer: params.customer ?? null,
    customer_creation: params.customer === undefined ? (params.customer_creation ?? 'if_required') : null,
    customer_details: knownCustomer(params.customer_email),
    customer_email: params.customer_email ?? null,
    ...(params.excluded_payment_method_types && {
      excluded_payment_method_types: params.excluded_payment_method_types,
    }),
    expires_at: expiresAt,
    metadata: withoutEmpty(params.metadata),
    payment_method_types: methodTypes,
    payment_status: amount === 0 ? 'no_payment_required' : 'unpaid',
    url: `${url}/c/pay/${id}`,
    ...asGiven(params),
    ...asSent(params),
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
    phone_number_collection: params.phone_number_collection ?? { enabled: false },
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
  }
}

/** Settings that are only kept and given back, in the form in which they came. */
function asSent(params: SessionParams): Partial<Session> {
  const { branding_settings, custom_text, payment_method_options, wallet_options } = params
  const kept = { branding_settings, payment_method_options, wallet_options }
  const sent = Object.entries(kept).filter(([, value]) => value !== undefined)
  const text = { ...nothingElse.custom_text, ...(typeof custom_text === 'object' ? custom_text : {}) }
  return { ...Object.fromEntries(sent), custom_text: text }
}

function knownCustomer(email: string | undefined): Session['customer_details'] {
  if (email === undefined) return null
  const nobody = { address: null, business_name: null, individual_name: null, name: null, phone: null }
  return { ...nobody, email, tax_exempt: 'none', tax_ids: null }
}

function withoutEmpty(metadata: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== ''))
}

const nothingElse = {
  after_expiration: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
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
  payment_method_options: { card: { request_three_d_secure: 'automatic' } },
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  wallet_options: null,
} satisfies Partial<Session>
