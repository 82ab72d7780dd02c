// The PaymentIntent of a Checkout Session (https://docs.stripe.com/api/payment_intents/object).
import { seconds, type Account } from '../account.ts'
import type { PaymentIntentData } from '../checkout/session-fields.ts'
import { newId } from '../store/new-id.ts'
import type { PaymentIntent, Session } from '../store/stripe-types.ts'

/** Stores a PaymentIntent for the session's total, still without a payment method. */
export function createPaymentIntent(
  account: Account,
  payment: { session: Session; data: PaymentIntentData | null },
): PaymentIntent {
  const { session, data } = payment
  const id = newId('pi_3', 23)
  const intent: PaymentIntent = {
    id,
    object: 'payment_intent',
    ...nothingElse,
    amount: session.amount_total ?? 0,
    capture_method: data?.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${newId('', 25)}`,
    created: seconds(account),
    currency: session.currency ?? '',
    customer: session.customer,
    description: data?.description ?? null,
    metadata: data?.metadata ?? {},
    payment_method_options: session.payment_method_options && {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: session.payment_method_types,
    receipt_email: data?.receipt_email ?? null,
    setup_future_usage: data?.setup_future_usage ?? null,
    shipping: shippingOf(data),
    statement_descriptor: data?.statement_descriptor ?? null,
    statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
    transfer_group: data?.transfer_group ?? null,
  }
  account.store.insert('payment_intent', intent)
  return intent
}

function shippingOf(data: PaymentIntentData | null): PaymentIntent['shipping'] {
  if (data?.shipping === undefined) return null
  const { address, name, carrier = null, phone = null, tracking_number = null } = data.shipping
  const {
    city = null,
    country = null,
    line1 = null,
    line2 = null,
    postal_code = null,
    state = null,
  } = address
  return {
    address: { city, country, line1, line2, postal_code, state },
    carrier,
    name,
    phone,
    tracking_number,
  }
}

const nothingElse = {
  allowed_payment_method_types: null,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  confirmation_method: 'automatic',
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  source: null,
  status: 'requires_payment_method',
  transfer_data: null,
} satisfies Partial<PaymentIntent>
