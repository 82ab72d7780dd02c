// The heart of every payment, made on the page or through the API: a PaymentIntent and a payment method go in, and what
// comes of it is stored and told in Stripe's order. Call it in a transaction.
import type { Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import { courseOf } from './insert-payment-method.ts'
import { declinePayment } from './decline-payment.ts'
import { declineOf, isDecline, type DeclineReason } from './declines.ts'
import { insertCharge } from './insert-charge.ts'
import { hideIntent } from './intent-details.ts'
import type { Attempt } from './methods/method.ts'
import { methodOf } from './methods/methods.ts'
import { requireAction, type Action } from './require-action.ts'
import { succeedPayment } from './succeed-payment.ts'

export type Confirmation = {
  intent: PaymentIntent
  method: PaymentMethod
  cause: EventCause
  /** Whether the shopper has passed the bank's challenge. */
  authenticated?: boolean
  /** Gives the customer when the payment is not refused; the intent's own when left out. */
  owner?: () => string | null
}
export type Confirmed =
  | { result: 'succeeded' | 'processing' | 'requires_capture'; intent: PaymentIntent }
  | { result: 'requires_action'; intent: PaymentIntent; action: Action }
  | { result: 'declined'; intent: PaymentIntent; reason: DeclineReason }

/** Tries to pay a PaymentIntent with a payment method. */
export function confirmIntent(account: Account, confirmation: Confirmation): Confirmed {
  const { intent, method, cause, authenticated = false, owner } = confirmation
  const course = courseOf(account, method.id)
  const attempt: Attempt = { intent, method, course, authenticated }
  if (course.challenge === 'always' && !authenticated) return requireAction(account, attempt, cause)
  if (isDecline(course.outcome)) {
    const failed = declinePayment(account, { ...attempt, decline: declineOf(course.outcome), cause })
    return { result: 'declined', intent: failed, reason: course.outcome }
  }
  const owned = { ...intent, customer: owner ? owner() : intent.customer }
  return takeMoney(account, { ...attempt, intent: owned }, cause)
}

function takeMoney(account: Account, attempt: Attempt, cause: EventCause): Confirmed {
  const { intent, method } = attempt
  const delayed = methodOf(method.type).speed === 'delayed'
  const charge = insertCharge(account, attempt, delayed ? 'pending' : 'succeeded')
  const tried = { ...intent, last_payment_error: null, latest_charge: charge.id, payment_method: method.id }
  if (!delayed) {
    return { result: 'succeeded', intent: succeedPayment(account, { charge, intent: tried }, cause) }
  }
  const processing: PaymentIntent = { ...tried, next_action: null, status: 'processing' }
  account.store.save(processing)
  recordEvent(account, { type: 'charge.pending', object: charge }, cause)
  recordEvent(account, { type: 'payment_intent.processing', object: processing }, cause)
  settleLater(account, attempt)
  return { result: 'processing', intent: processing }
}

function settleLater(account: Account, { intent, course }: Attempt): void {
  const { attempts } = hideIntent(account, intent.id, {})
  if (course.delay === null) return
  const due = account.clock() + course.delay
  account.agenda.add({ task: 'settle_payment', subject: `${intent.id}/${attempts}`, due })
}
