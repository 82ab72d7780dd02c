// Refunds (https://docs.stripe.com/api/refunds): whole or in parts, done at once as with a card.
import { seconds, type Account } from '../account.ts'
import { choice, integer, text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Call, type Route } from '../api/route.ts'
import { mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { recordEvent } from '../events/record-event.ts'
import { formatAmount } from '../money/format-amount.ts'
import { siblingId } from '../store/new-id.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'

type RefundParams = {
  amount: number | undefined
  charge: string | undefined
  payment_intent: string | undefined
  metadata: Record<string, string> | undefined
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | undefined
}

export const refundRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/refunds',
    fields: {
      amount: integer({ min: 1 }),
      charge: text(),
      payment_intent: text(),
      metadata: metadata(),
      reason: choice('duplicate', 'fraudulent', 'requested_by_customer'),
    },
    unserved: [
      'currency',
      'customer',
      'instructions_email',
      'origin',
      'refund_application_fee',
      'reverse_transfer',
    ],
    run: createRefund,
  }),
  retrieveRoute('/v1/refunds/:id', findRefund),
  listRoute({
    path: '/v1/refunds',
    kind: 'refund',
    filters: { charge: text(), payment_intent: text() },
    conditions: (params) => [
      ...equal('charge', params.charge),
      ...equal('payment_intent', params.payment_intent),
    ],
  }),
  route({
    method: 'POST',
    path: '/v1/refunds/:id',
    fields: { metadata: metadata() },
    run({ account, id, params, request }) {
      const refund = findRefund(account, id)
      const merged = mergeMetadata(refund.metadata ?? {}, params.metadata ?? {})
      const changed = { ...refund, metadata: merged }
      account.store.save(changed)
      const previous = { metadata: refund.metadata }
      recordEvent(account, { type: 'refund.updated', object: changed }, { request, previous })
      return changed
    },
  }),
]

function createRefund({ account, params, request }: Call<RefundParams>): Refund {
  const charge = chargeToRefund(account, params)
  const left = charge.amount - charge.amount_refunded
  const amount = params.amount ?? left
  checkAmount(charge, { amount, left })
  const refund = newRefund(account, { charge, amount, params })
  const refunded = charge.amount_refunded + amount
  const changed: Charge = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount }
  account.store.insert('refund', refund, { parent: charge.id })
  account.store.save(changed)
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  recordEvent(account, { type: 'refund.created', object: refund }, { request })
  recordEvent(account, { type: 'charge.refunded', object: changed }, { request, previous })
  const receipt = { previous: { receipt_number: null } }
  recordEvent(account, { type: 'refund.updated', object: refund }, receipt)
  recordEvent(account, { type: 'charge.refund.updated', object: refund }, receipt)
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

function newRefund(account: Account, from: { charge: Charge; amount: number; params: RefundParams }): Refund {
  const { charge, amount, params } = from
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
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}

function chargeToRefund(account: Account, params: RefundParams): Charge {
  if (params.charge !== undefined) {
    const charge = account.store.find('charge', params.charge)
    if (charge !== null) return refundable(charge)
    throw noSuch('charge', params.charge, 'charge')
  }
  if (params.payment_intent === undefined) {
    throw invalidRequest('Must provide either a charge or a payment_intent.')
  }
  const intent = account.store.find('payment_intent', params.payment_intent)
  if (intent === null) throw noSuch('payment_intent', params.payment_intent, 'payment_intent')
  const charge = intent.latest_charge === null ? null : account.store.find('charge', intent.latest_charge)
  if (charge === null || charge.status !== 'succeeded') {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`
    throw invalidRequest(message, { param: 'payment_intent' })
  }
  return charge
}

function refundable(charge: Charge): Charge {
  if (charge.status === 'succeeded') return charge
  throw invalidRequest(`Charge ${charge.id} has not succeeded and cannot be refunded.`, { param: 'charge' })
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

function findRefund(account: Account, id: string): Refund {
  const refund = account.store.find('refund', id)
  if (refund === null) throw noSuch('refund', id)
  return refund
}
