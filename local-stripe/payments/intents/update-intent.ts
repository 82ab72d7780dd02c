// POST /v1/payment_intents/:id (https://docs.stripe.com/api/payment_intents/update).
import type { Call } from '../../api/route.ts'
import { mergeMetadata } from '../../api/shared-fields.ts'
import { customerToUse } from '../../customers/customers.ts'
import { checkPaymentAmount } from '../../money/check-total.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { changeIntent } from './change-intent.ts'
import { intentAt, sessionOfIntent } from './find-intent.ts'
import { refuseCheckout, unexpectedState } from './intent-errors.ts'
import type { UpdateParams } from './intent-fields.ts'

/** What may be changed of a PaymentIntent in every status. */
const always = new Set(['description', 'metadata', 'receipt_email', 'shipping', 'transfer_group'])
const open = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Changes a PaymentIntent and gives it. Throws Stripe's 400s for what its status no longer allows. */
export function updateIntent(call: Call<UpdateParams>): PaymentIntent {
  const { account, id, params } = call
  const intent = intentAt(account, id)
  checkStatus(call, intent)
  if (params.customer !== undefined) customerToUse(account, params.customer)
  const { amount, currency, customer, description, metadata, transfer_group } = params
  const { statement_descriptor, statement_descriptor_suffix } = params
  const described: PaymentIntent = {
    ...intent,
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
    ...(customer !== undefined && { customer }),
    ...(description !== undefined && { description }),
    ...(metadata && { metadata: mergeMetadata(intent.metadata, metadata) }),
    ...(statement_descriptor !== undefined && { statement_descriptor }),
    ...(statement_descriptor_suffix !== undefined && { statement_descriptor_suffix }),
    ...(transfer_group !== undefined && { transfer_group }),
  }
  if (amount !== undefined || currency !== undefined) checkPaymentAmount(described)
  const updated = askAnew(intent, changeIntent(call, described, params))
  account.store.save(updated)
  return updated
}

/** What a shopper is asked at the bank is the old amount: with another one the payment is confirmed, and asked about, anew. */
function askAnew(before: PaymentIntent, updated: PaymentIntent): PaymentIntent {
  const same = updated.amount === before.amount && updated.currency === before.currency
  if (same || updated.status !== 'requires_action') return updated
  return { ...updated, next_action: null, status: 'requires_confirmation' }
}

function checkStatus({ account, params }: Call<UpdateParams>, intent: PaymentIntent): void {
  const sent = Object.entries(params).filter(([, value]) => value !== undefined)
  const bound = sent.map(([name]) => name).find((name) => !always.has(name))
  if (bound === undefined) return
  if (sessionOfIntent(account, intent.id) !== null) throw refuseCheckout()
  if (open.includes(intent.status)) return
  throw unexpectedState(
    intent,
    `This PaymentIntent's ${bound} could not be updated because it has a status of ${intent.status}. You may only ` +
      `update the ${bound} of a PaymentIntent with one of the following statuses: ${open.join(', ')}.`,
  )
}
