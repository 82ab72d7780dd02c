// A payment that nobody wants any more, and money that is no longer held
// (https://docs.stripe.com/api/payment_intents/cancel).
import { seconds, type Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Charge, PaymentIntent } from '../store/stripe-types.ts'

type Reason = PaymentIntent['cancellation_reason']

/** Cancels a PaymentIntent that can be canceled, and gives it. What was held goes back to the customer. */
export function cancelIntent(
  account: Account,
  canceled: { intent: PaymentIntent; reason: Reason },
  cause: EventCause = {},
): PaymentIntent {
  const { intent, reason } = canceled
  const charge = account.store.find('charge', intent.latest_charge ?? '')
  if (charge !== null && intent.status === 'requires_capture') {
    recordEvent(account, { type: 'charge.refunded', object: giveBack(account, charge) }, cause)
  }
  if (charge !== null && intent.status === 'processing') callBack(account, charge, cause)
  return end(account, intent, { reason, cause })
}

/** Nobody has captured the money in time: the agenda's work. */
export function releaseHold(account: Account, intent: PaymentIntent): void {
  const charge = account.store.find('charge', intent.latest_charge ?? '')
  if (charge !== null) recordEvent(account, { type: 'charge.expired', object: giveBack(account, charge) })
  end(account, intent, { reason: 'automatic', cause: {} })
}

function end(
  account: Account,
  intent: PaymentIntent,
  how: { reason: Reason; cause: EventCause },
): PaymentIntent {
  const canceled: PaymentIntent = {
    ...intent,
    amount_capturable: 0,
    canceled_at: seconds(account),
    cancellation_reason: how.reason,
    next_action: null,
    processing: null,
    status: 'canceled',
  }
  account.store.save(canceled)
  recordEvent(account, { type: 'payment_intent.canceled', object: canceled }, how.cause)
  return canceled
}

function giveBack(account: Account, charge: Charge): Charge {
  const returned: Charge = { ...charge, amount_refunded: charge.amount, refunded: true }
  account.store.save(returned)
  return returned
}

function callBack(account: Account, charge: Charge, cause: EventCause): void {
  const failed: Charge = { ...charge, status: 'failed', paid: false }
  account.store.save(failed)
  recordEvent(account, { type: 'charge.failed', object: failed }, cause)
}
