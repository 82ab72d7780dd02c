// POST /v1/refunds (https://docs.stripe.com/api/refunds/create): whole or in parts; cards at once, debits after a while.
import { seconds, type Account } from '../account.ts'
import type { Call } from '../api/route.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import { formatAmount } from '../money/format-amount.ts'
import { siblingId } from '../store/new-id.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'
import { chargePlan } from '../payments/charge-plan.ts'
import { refundDelay, tellOfSuccess } from './settle-refund.ts'

export type RefundParams = {
  amount: number | undefined
  charge: string | undefined
  payment_intent: string | undefined
  metadata: Record<string, string> | undefined
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | undefined
}

/** Refunds a charge. Throws Stripe's 400s and 404s. */
export function createRefund({ account, params, request }: Call<RefundParams>): Refund {
  const charge = chargeToRefund(account, params)
  const left = unrefunded(account, charge)
  const amount = params.amount ?? left
  checkDisputes(account, charge)
  checkAmount(charge, { amount, left })
  const { refunds } = chargePlan(account, charge.id).aftermath
  const refund = newRefund(account, { charge, amount, params, pending: refunds === 'pending_first' })
  account.store.insert('refund', refund, { parent: charge.id })
  recordEvent(account, { type: 'refund.created', object: refund }, { request })
  if (refund.status === 'succeeded') {
    tellOfSuccess(account, refund, { cause: { request }, previous: { receipt_number: null } })
  }
  if (refunds !== 'at_once') {
    account.agenda.add({ task: 'settle_refund', subject: refund.id, due: account.clock() + refundDelay })
  }
  return refund
}

const toCard = {
  card: {
    reference: '',
    reference_status: 'pending',
    reference_type: 'acquirer_reference_number',
    type: 'refund' as const,
  },
  type: 'card',
}

function newRefund(
  account: Account,
  from: { charge: Charge; amount: number; params: RefundParams; pending: boolean },
): Refund {
  const { charge, amount, params, pending } = from
  const stem = charge.payment_intent ?? charge.id
  return {
    id: siblingId('re_', stem),
    object: 'refund',
    amount,
    balance_transaction: siblingId('txn_', stem),
    charge: charge.id,
    created: seconds(account),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...(charge.payment_method_details?.type === 'card' && { destination_details: toCard }),
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(pending && { pending_reason: 'processing' as const }),
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
}

function chargeToRefund(account: Account, params: RefundParams): Charge {
  if (params.charge !== undefined) {
    const charge = account.store.find('charge', params.charge)
    if (charge === null) throw noSuch('charge', params.charge)
    if (charge.status === 'succeeded') return charge
    throw nothingToRefund(charge.payment_intent ?? '')
  }
  if (params.payment_intent === undefined) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  const intent = account.store.find('payment_intent', params.payment_intent)
  if (intent === null) throw noSuch('payment_intent', params.payment_intent, 'payment_intent')
  const charge = intent.latest_charge === null ? null : account.store.find('charge', intent.latest_charge)
  if (charge === null || charge.status !== 'succeeded') throw nothingToRefund(intent.id)
  return charge
}

function nothingToRefund(intent: string): Error {
  return invalidRequest(`This PaymentIntent (${intent}) does not have a successful charge to refund.`)
}

/** What is left of a charge; a pending refund is as good as spent. */
function unrefunded(account: Account, charge: Charge): number {
  const given = account.store
    .children('refund', charge.id)
    .filter(({ status }) => status === 'pending' || status === 'succeeded')
  return given.reduce((left, refund) => left - refund.amount, charge.amount)
}

function checkDisputes(account: Account, charge: Charge): void {
  if (!charge.disputed) return
  if (account.store.children('dispute', charge.id).every((dispute) => dispute.is_charge_refundable)) return
  const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`
  throw invalidRequest(message, { code: 'charge_disputed' })
}

function checkAmount(charge: Charge, money: { amount: number; left: number }): void {
  const { amount, left } = money
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`
    throw invalidRequest(message, { code: 'charge_already_refunded' })
  }
  if (amount <= left) return
  const { currency } = charge
  const [asked, available] = [amount, left].map((part) => formatAmount({ amount: part, currency }))
  const message = `Refund amount (${asked}) is greater than unrefunded amount on charge (${available})`
  throw invalidRequest(message, { param: 'amount' })
}
