// A new PaymentIntent with every property of the pinned API version, null where nothing is set.
import { seconds, type Account } from '../account.ts'
import { newId } from '../store/new-id.ts'
import type { PaymentIntent } from '../store/stripe-types.ts'
import { optionsOf } from './methods/methods.ts'

type Given = Pick<PaymentIntent, 'amount' | 'currency' | 'payment_method_types'> & Partial<PaymentIntent>

/** A PaymentIntent, not stored yet, that still wants a payment method unless `given` says otherwise. */
export function newIntent(account: Account, given: Given): PaymentIntent {
  const id = newId('pi_3', 23)
  return {
    id,
    object: 'payment_intent',
    ...nothingElse,
    client_secret: `${id}_secret_${newId('', 25)}`,
    created: seconds(account),
    payment_method_options: optionsOf(given.payment_method_types),
    ...given,
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
  capture_method: 'automatic_async',
  confirmation_method: 'automatic',
  customer: null,
  customer_account: null,
  description: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  metadata: {},
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'requires_payment_method',
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<PaymentIntent>
