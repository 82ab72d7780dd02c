// POST /v1/payment_intents/:id/capture (https://docs.stripe.com/api/payment_intents/capture): what is not captured of a
// hold goes back to the customer.
import type { Call } from '../../api/route.ts'
import { mergeMetadata } from '../../api/shared-fields.ts'
import { invalidRequest, notImitated } from '../../api/stripe-error.ts'
import { newRefund } from '../../refunds/new-refund.ts'
import { checkStep } from '../../money/check-total.ts'
import type { Charge, PaymentIntent } from '../../store/stripe-types.ts'
import { succeedPayment } from '../succeed-payment.ts'
import { intentAt, sessionOfIntent } from './find-intent.ts'
import { unexpectedState } from './intent-errors.ts'
import type { CaptureParams } from './intent-fields.ts'

/** Captures a held payment, whole or in part, and gives the PaymentIntent. Throws Stripe's 400s. */
export function captureIntent(call: Call<CaptureParams>): PaymentIntent {
  const { account, id, params, request } = call
  const intent = intentAt(account, id)
  const charge = account.store.find('charge', intent.latest_charge ?? '')
  const amount = params.amount_to_capture ?? intent.amount_capturable
  if (intent.status !== 'requires_capture' || charge === null) throw notHeld(intent)
  checkCapture(intent, amount, params)
  const captured = capturedCharge(call, charge, amount)
  const described = { ...intent, ...descriptors(params), amount_capturable: 0 }
  const metadata = mergeMetadata(intent.metadata, params.metadata ?? {})
  const paid = { charge: captured, intent: { ...described, metadata }, event: 'charge.captured' } as const
  const succeeded = succeedPayment(account, paid, { request })
  const session = sessionOfIntent(account, id)
  if (session !== null) account.store.save({ ...session, payment_status: 'paid' })
  return succeeded
}

function capturedCharge(call: Call<CaptureParams>, charge: Charge, amount: number): Charge {
  const { account, params } = call
  const rest = charge.amount - amount
  const captured: Charge = {
    ...charge,
    ...descriptors(params),
    amount_captured: amount,
    amount_refunded: rest,
    captured: true,
  }
  account.store.save(captured)
  if (rest > 0) {
    const nothing = {
      charge: undefined,
      instructions_email: undefined,
      metadata: undefined,
      reason: undefined,
    }
    const released = { ...nothing, amount: rest, payment_intent: undefined }
    const refund = newRefund(account, { charge, amount: rest, params: released, course: 'at_once' })
    account.store.insert('refund', refund, { parent: charge.id })
  }
  return captured
}

function descriptors({ statement_descriptor, statement_descriptor_suffix }: CaptureParams) {
  return {
    ...(statement_descriptor !== undefined && { statement_descriptor }),
    ...(statement_descriptor_suffix !== undefined && { statement_descriptor_suffix }),
  }
}

function checkCapture(intent: PaymentIntent, amount: number, params: CaptureParams): void {
  if (params.final_capture === false) throw notImitated('more than one capture', 'final_capture')
  checkStep({ amount, currency: intent.currency }, 'amount_to_capture')
  if (amount <= intent.amount_capturable) return
  const message = 'The requested capture amount is greater than the authorized amount.'
  throw invalidRequest(message, { code: 'amount_too_large', param: 'amount_to_capture' })
}

function notHeld(intent: PaymentIntent): Error {
  return unexpectedState(
    intent,
    `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with ` +
      'one of the following statuses may be captured: requires_capture.',
  )
}
