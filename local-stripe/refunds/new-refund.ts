// The refund object as it is made (https://docs.stripe.com/api/refunds/object), before it is booked and stored.
import { seconds, type Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { siblingId } from '../store/new-id.ts'
import type { Charge, Refund } from '../store/stripe-types.ts'
import type { RefundParams } from './create-refund.ts'
import { destinationOf, type RefundCourse } from './refund-course.ts'

const daysToAnswer = 45

/** A refund of an amount in minor units. Throws a 400 when the customer must be asked and there is no address. */
export function newRefund(
  account: Account,
  from: { charge: Charge; amount: number; params: RefundParams; course: RefundCourse },
): Refund {
  const { charge, amount, params, course } = from
  const { currency, customer, payment_intent, payment_method } = charge
  return {
    id: siblingId('re_', payment_intent ?? charge.id),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: seconds(account),
    currency,
    customer,
    customer_account: null,
    ...destinationOf(charge),
    ...(params.instructions_email !== undefined && { instructions_email: params.instructions_email }),
    metadata: params.metadata ?? {},
    payment_intent,
    payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    ...firstStatus(account, from, course),
    transfer_reversal: null,
  }
}

function firstStatus(
  account: Account,
  from: { charge: Charge; params: RefundParams },
  course: RefundCourse,
): Pick<Refund, 'status' | 'pending_reason' | 'next_action'> {
  switch (course) {
    case 'at_once':
    case 'fail_later':
      return { status: 'succeeded' }
    case 'pending_first':
      return { status: 'pending', pending_reason: 'processing' }
    case 'asks_customer':
      return { status: 'requires_action', next_action: mailCustomer(account, from) }
  }
}

/** The mail that asks for a bank account. Local Stripe sends none, it only says so. */
function mailCustomer(
  account: Account,
  from: { charge: Charge; params: RefundParams },
): NonNullable<Refund['next_action']> {
  const email = from.params.instructions_email ?? from.charge.billing_details.email
  if (email === null) {
    const message =
      'This payment can only be refunded with the help of the customer: please provide an email address as ' +
      '`instructions_email`.'
    throw invalidRequest(message, { code: 'parameter_missing', param: 'instructions_email' })
  }
  const now = seconds(account)
  const email_sent = { email_sent_at: now, email_sent_to: email }
  return {
    display_details: { email_sent, expires_at: now + daysToAnswer * 24 * 3600 },
    type: 'display_details',
  }
}
