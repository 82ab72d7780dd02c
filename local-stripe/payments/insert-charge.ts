// A charge: one try to take the money (https://docs.stripe.com/api/charges/object).
import { seconds, type Account } from '../account.ts'
import { siblingId } from '../store/new-id.ts'
import type { Shopper } from '../checkout/shopper.ts'
import type { Charge, PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import type { ChargePlan } from './charge-plan.ts'
import type { Decline } from './declines.ts'
import { billingDetails, methodDetails, type PaymentMethodDraft } from './payment-method.ts'

export type ChargeResult = 'succeeded' | 'pending' | Decline
export type ChargeAttempt = {
  intent: PaymentIntent
  method: PaymentMethod
  draft: PaymentMethodDraft
  shopper: Shopper
  authenticated: boolean
  result: ChargeResult
  plan?: ChargePlan
}

/** Stores the charge of a payment with its result. */
export function insertCharge(account: Account, attempt: ChargeAttempt): Charge {
  const { intent, method, draft, shopper, result, plan } = attempt
  const details = methodDetails(draft, {
    amount: intent.amount,
    authenticated: attempt.authenticated,
    cvcCheck: typeof result !== 'string' && result.code === 'incorrect_cvc' ? 'fail' : 'pass',
    postalCode: shopper.address.postal_code,
  })
  const id = siblingId(details.type === 'card' ? 'ch_' : 'py_', intent.id)
  const failure = typeof result === 'string' ? null : result
  const charge: Charge = {
    id,
    object: 'charge',
    ...nothingElse,
    ...fromIntent(intent),
    amount: intent.amount,
    amount_captured: failure ? 0 : intent.amount,
    billing_details: billingDetails(shopper),
    captured: failure === null,
    created: seconds(account),
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    outcome: outcomeOf(failure),
    paid: result === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: details,
    status: statusOf(result),
  }
  account.store.insert('charge', charge, plan && { hidden: plan })
  return charge
}

function fromIntent(intent: PaymentIntent) {
  const { currency, customer, description, metadata, receipt_email, shipping, transfer_group } = intent
  const { statement_descriptor, statement_descriptor_suffix } = intent
  const descriptors = { statement_descriptor, statement_descriptor_suffix }
  return {
    currency,
    customer,
    description,
    metadata,
    receipt_email,
    shipping,
    transfer_group,
    ...descriptors,
  }
}

function statusOf(result: ChargeResult): Charge['status'] {
  return typeof result === 'string' ? result : 'failed'
}

function outcomeOf(failure: Decline | null): Charge['outcome'] {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null }
  if (failure === null) {
    const seller_message = 'Payment complete.'
    const risk = { risk_level: 'normal', risk_score: 12 }
    return {
      ...common,
      ...risk,
      network_status: 'approved_by_network',
      reason: null,
      seller_message,
      type: 'authorized',
    }
  }
  if (failure.outcome === null) return null
  const blocked = failure.outcome.type === 'blocked'
  const risk = blocked ? { risk_level: 'highest', risk_score: 98 } : { risk_level: 'normal', risk_score: 12 }
  return { ...common, ...risk, ...failure.outcome }
}

const nothingElse = {
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  calculated_statement_descriptor: 'LOCAL STRIPE',
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  radar_options: {},
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  source: null,
  source_transfer: null,
  transfer_data: null,
} satisfies Partial<Charge>
