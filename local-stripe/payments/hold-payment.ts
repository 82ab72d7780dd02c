// Money that is held for a week until the shop captures it (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method).
import type { Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Charge, PaymentIntent } from '../store/stripe-types.ts'
import { settleLater } from './settle-later.ts'

const longestHold = 7 * 24 * 3600 * 1000

/** Puts a PaymentIntent whose charge, stored, is authorized to `requires_capture`, and gives it. */
export function holdPayment(
  account: Account,
  held: { charge: Charge; intent: PaymentIntent },
  cause: EventCause,
): PaymentIntent {
  const { charge, intent } = held
  const waiting: PaymentIntent = {
    ...intent,
    amount_capturable: intent.amount,
    next_action: null,
    processing: null,
    status: 'requires_capture',
  }
  account.store.save(waiting)
  recordEvent(account, { type: 'charge.succeeded', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.amount_capturable_updated', object: waiting }, cause)
  settleLater(account, intent.id, longestHold)
  return waiting
}
