// A charge: one try to take the money (https://docs.stripe.com/api/charges/object).
import { seconds, type Account } from '../account.ts'
import { receiptUrl } from '../charges/receipt-page.ts'
import { siblingId } from '../store/new-id.ts'
import type { Charge, PaymentIntent } from '../store/stripe-types.ts'
import type { ChargePlan } from './charge-plan.ts'
import type { Course } from './course.ts'
import type { Decline } from './declines.ts'
import type { Attempt } from './methods/method.ts'
import { methodOf } from './methods/methods.ts'

type ChargeResult = 'succeeded' | 'pending' | 'authorized' | Decline

/** Stores the charge of an attempt with its result; `authorized` is money that is held until it is captured. */
export function insertCharge(account: Account, attempt: Attempt, result: ChargeResult): Charge {
  const { intent, method, course } = attempt
  const failure = typeof result === 'string' ? null : result
  const captured = failure === null && result !== 'authorized'
  const kind = methodOf(method.type)
  const id = siblingId(kind.chargePrefix, intent.id)
  const charge: Charge = {
    id,
    object: 'charge',
    ...nothingElse,
    ...fromIntent(intent),
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    billing_details: method.billing_details,
    calculated_statement_descriptor: onStatement(intent),
    captured,
    created: seconds(account),
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    outcome: outcomeOf(failure, course.risk),
    paid: result === 'succeeded' || result === 'authorized',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: kind.details(attempt),
    receipt_url: failure === null ? receiptUrl(account, id) : null,
    status: statusOf(result),
  }
  const plan: ChargePlan = { aftermath: course.aftermath }
  account.store.insert('charge', charge, { hidden: plan })
  return charge
}

function fromIntent(intent: PaymentIntent) {
  const { currency, customer, description, metadata, receipt_email, shipping, transfer_group } = intent
  const { statement_descriptor, statement_descriptor_suffix } = intent
  const descriptors = { statement_descriptor, statement_descriptor_suffix }
  const about = { currency, customer, description, metadata, receipt_email, shipping, transfer_group }
  return { ...about, ...descriptors }
}

/** What stands on the bank's statement: at most 22 letters (https://docs.stripe.com/get-started/account/statement-descriptors). */
function onStatement({ statement_descriptor, statement_descriptor_suffix: suffix }: PaymentIntent): string {
  const descriptor = statement_descriptor ?? 'LOCAL STRIPE'
  return (suffix === null ? descriptor : `${descriptor}* ${suffix}`).slice(0, 22).toUpperCase()
}

function statusOf(result: ChargeResult): Charge['status'] {
  if (typeof result !== 'string') return 'failed'
  return result === 'pending' ? 'pending' : 'succeeded'
}

function outcomeOf(failure: Decline | null, risk: Course['risk']): Charge['outcome'] {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null }
  if (failure === null) return { ...common, ...risks[risk], ...approved }
  if (failure.outcome === null) return null
  const blocked = failure.outcome.type === 'blocked'
  return { ...common, ...risks[blocked ? 'highest' : risk], ...failure.outcome }
}

const approved = {
  network_status: 'approved_by_network',
  reason: null,
  seller_message: 'Payment complete.',
  type: 'authorized',
}

const risks = {
  normal: { risk_level: 'normal', risk_score: 12 },
  elevated: { risk_level: 'elevated', risk_score: 68 },
  highest: { risk_level: 'highest', risk_score: 98 },
}

const nothingElse = {
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  radar_options: {},
  receipt_number: null,
  refunded: false,
  review: null,
  source: null,
  source_transfer: null,
  transfer_data: null,
} satisfies Partial<Charge>
