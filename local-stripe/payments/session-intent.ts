// The PaymentIntent behind a session, and the cause of the events that the hosted page brings about.
import { randomUUID } from 'node:crypto'
import type { Account } from '../account.ts'
import { sessionDetails } from '../checkout/session-details.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { PaymentIntent, Session } from '../store/stripe-types.ts'
import { createPaymentIntent } from './create-payment-intent.ts'

/**
 * The session's PaymentIntent over the session's total, made now if the session has none yet; the session then names it.
 */
export function sessionIntent(account: Account, session: Session, cause: EventCause): PaymentIntent {
  const existing = session.payment_intent && account.store.find('payment_intent', session.payment_intent)
  if (existing) return { ...existing, amount: session.amount_total ?? existing.amount }
  const { payment_intent_data: data } = sessionDetails(account, session.id)
  const intent = createPaymentIntent(account, { session, data })
  session.payment_intent = intent.id
  account.store.save(session)
  recordEvent(account, { type: 'payment_intent.created', object: intent }, cause)
  return intent
}

/** The cause of what a shopper's browser does: a request of its own, under the version that made the session. */
export function pageCause(account: Account, session: Session): EventCause {
  const request = { id: newId('req_', 14), idempotency_key: randomUUID() }
  return { request, version: sessionDetails(account, session.id).version }
}
