// POST /v1/refunds (https://docs.stripe.com/api/refunds/create): whole or in parts, with every refusal.
import type { Account } from '../account.ts'
import { choice, integer, text } from '../api/fields.ts'
import type { Call } from '../api/route.ts'
import { emailAddress, metadata } from '../api/shared-fields.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import { bookRefund } from '../balance/book.ts'
import { recordEvent } from '../events/record-event.ts'
import { checkStep } from '../money/check-total.ts'
import { formatAmount } from '../money/format-amount.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'
import { newRefund } from './new-refund.ts'
import { refundCourse } from './refund-course.ts'
import { awaitSettling } from './settle-refund.ts'
import { tellOfSuccess } from './succeed-refund.ts'

/** What is said of a refund whose charge is known. */
export const refundFields = {
  amount: integer({ min: 1 }),
  instructions_email: emailAddress(),
  metadata: metadata(),
  reason: choice('duplicate', 'fraudulent', 'requested_by_customer'),
}
/** And what names the charge. */
export const chargeFields = { charge: text(), payment_intent: text() }

export type RefundParams = {
  amount: number | undefined
  charge: string | undefined
  instructions_email: string | undefined
  metadata: Record<string, string> | undefined
  payment_intent: string | undefined
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | undefined
}

/** Refunds a charge. Throws Stripe's 400s and 404s. */
export function createRefund({
  account,
  params,
  request,
}: Omit<Call<RefundParams>, 'id' | 'parent'>): Refund {
  const charge = chargeToRefund(account, params)
  checkCharge(account, charge)
  const left = unrefunded(account, charge)
  const amount = params.amount ?? left
  checkLeft(charge, { amount, left })
  const course = refundCourse(account, charge)
  const refund = newRefund(account, { charge, amount, params, course })
  refund.balance_transaction = bookRefund(account, refund, charge)
  account.store.insert('refund', refund, { parent: charge.id })
  recordEvent(account, { type: 'refund.created', object: refund }, { request })
  if (refund.status === 'succeeded') {
    tellOfSuccess(account, refund, { cause: { request }, previous: { receipt_number: null } })
  }
  if (course !== 'at_once') awaitSettling(account, refund)
  return refund
}

function chargeToRefund(account: Account, params: RefundParams): Charge {
  const { charge: id, payment_intent } = params
  if (id !== undefined) {
    const charge = account.store.find('charge', id)
    if (charge === null) throw noSuch('charge', id)
    if (payment_intent === undefined || payment_intent === charge.payment_intent) return charge
    throw invalidRequest(`Charge ${id} does not belong to PaymentIntent ${payment_intent}.`, {
      param: 'charge',
    })
  }
  if (payment_intent === undefined) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  const intent = account.store.find('payment_intent', payment_intent)
  if (intent === null) throw noSuch('payment_intent', payment_intent, 'payment_intent')
  const charge = intent.latest_charge === null ? null : account.store.find('charge', intent.latest_charge)
  if (charge === null) throw nothingToRefund(intent.id)
  return charge
}

function checkCharge(account: Account, charge: Charge): void {
  if (charge.status !== 'succeeded') throw nothingToRefund(charge.payment_intent ?? '')
  if (!charge.captured) throw uncaptured(charge)
  const disputes = account.store.children('dispute', charge.id)
  if (disputes.every((dispute) => dispute.is_charge_refundable)) return
  const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`
  throw invalidRequest(message, { code: 'charge_disputed' })
}

function nothingToRefund(intent: string): Error {
  return invalidRequest(`This PaymentIntent (${intent}) does not have a successful charge to refund.`)
}

function uncaptured(charge: Charge): Error {
  return invalidRequest(
    `This uncaptured Charge was created by a PaymentIntent (${charge.payment_intent}). You must cancel the ` +
      'PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, ' +
      'see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method',
  )
}

/** What is left of a charge; a refund that is under way is as good as spent, and so is what was never captured. */
function unrefunded(account: Account, charge: Charge): number {
  const given = account.store
    .children('refund', charge.id)
    .filter(({ status }) => status !== 'failed' && status !== 'canceled')
  return given.reduce((left, refund) => left - refund.amount, charge.amount)
}

function checkLeft(charge: Charge, money: { amount: number; left: number }): void {
  const { amount, left } = money
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`
    throw invalidRequest(message, { code: 'charge_already_refunded' })
  }
  const { currency } = charge
  checkStep({ amount, currency }, 'amount')
  if (amount <= left) return
  const [asked, available] = [amount, left].map((part) => formatAmount({ amount: part, currency }))
  const message = `Refund amount (${asked}) is greater than unrefunded amount on charge (${available})`
  throw invalidRequest(message, { param: 'amount' })
}
