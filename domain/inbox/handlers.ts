// The events that mean something to an order, each with what it means. All others are stored and otherwise left alone.
// https://docs.stripe.com/checkout/fulfillment
import { settleOrder } from '#domain/orders/settle-order'
import type { Transaction } from '#prisma/client'
import { parseSession, type Session } from '#stripe/session'
import type { WebhookEvent } from '#stripe/webhook-event'

type Meaning = (session: Session) => Session

const meanings = new Map<string, Meaning>([
  ['checkout.session.completed', asItSays],
  ['checkout.session.async_payment_succeeded', asItSays],
  // The session itself looks like one that still waits for the bank: that the bank said no is in the event's type.
  ['checkout.session.async_payment_failed', (session) => ({ ...session, payment: 'failed' })],
  ['checkout.session.expired', asItSays],
])

/** Applies an event to the order it concerns, within `tx`. False when it concerns none. */
export async function applyEvent(tx: Transaction, event: WebhookEvent, at: Date): Promise<boolean> {
  const meaning = meanings.get(event.type)
  if (!meaning) return false
  return (await settleOrder(tx, { session: meaning(parseSession(event.object)), at })) !== null
}

function asItSays(session: Session): Session {
  return session
}
