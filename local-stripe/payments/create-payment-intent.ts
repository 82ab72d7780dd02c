// The PaymentIntent of a Checkout Session (https://docs.stripe.com/api/payment_intents/object).
import type { Account } from '../account.ts'
import { optionsForIntent } from '../checkout/method-options.ts'
import type { PaymentIntentData } from '../checkout/session-fields.ts'
import type { PaymentIntent, Session } from '../store/stripe-types.ts'
import { optionsOf } from './methods/methods.ts'
import { newIntent } from './new-intent.ts'
import { shippingOf } from './shipping.ts'

/** Stores a PaymentIntent for the session's total, still without a payment method. */
export function createPaymentIntent(
  account: Account,
  payment: { session: Session; data: PaymentIntentData | null },
): PaymentIntent {
  const { session, data } = payment
  const intent = newIntent(account, {
    amount: session.amount_total ?? 0,
    capture_method: data?.capture_method ?? 'automatic_async',
    currency: session.currency ?? '',
    customer: session.customer,
    description: data?.description ?? null,
    metadata: data?.metadata ?? {},
    payment_method_options: methodOptionsOf(session),
    payment_method_types: session.payment_method_types,
    receipt_email: data?.receipt_email ?? null,
    setup_future_usage: data?.setup_future_usage ?? null,
    shipping: shippingOf(data?.shipping),
    statement_descriptor: data?.statement_descriptor ?? null,
    statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
    transfer_group: data?.transfer_group ?? null,
  })
  account.store.insert('payment_intent', intent)
  return intent
}

/** What the session says of a method stands over what the method says of itself. */
function methodOptionsOf(session: Session): PaymentIntent['payment_method_options'] {
  const asked = optionsForIntent(session)
  const own = Object.entries(optionsOf(session.payment_method_types))
  return Object.fromEntries(own.map(([type, options]) => [type, { ...options, ...asked[type] }]))
}
