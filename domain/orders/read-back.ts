import { DatabaseUnavailable, transaction } from '#prisma/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import type { Session } from '#stripe/session'
import { type Order, statusOf } from './order.ts'
import { findOrderBySession } from './order-store.ts'
import { knowing } from './session-facts.ts'
import { settleOrder } from './settle-order.ts'

/** `fresh` is false when Stripe could not be asked and the order is as the shop last knew it. */
export type ReadBack = { readonly order: Order; readonly fresh: boolean } | 'not-found' | 'unavailable'

/**
 * Reads a session back from Stripe and settles its order by it; what the success and cancel pages do. Safe to repeat. Stripe
 * is asked about the shop's own sessions only, so that a stranger's guesses cost nothing. The clock is looked at after Stripe
 * has answered: a payment is never told to be from before it was made.
 */
export async function readBack(sessionId: string, clock = () => new Date()): Promise<ReadBack> {
  const order = await findOrderBySession(sessionId)
  if (!order) return 'not-found'
  const answer = await retrieveSession(sessionId)
  if (answer.ok) return { order: await settled(order, answer.session, clock()), fresh: true }
  if (answer.failure === 'not-found') return 'not-found'
  // An order that was open when Stripe was last heard may be paid by now: to call it unpaid would be a guess.
  return statusOf(order) === 'open' ? 'unavailable' : { order, fresh: false }
}

// What is known already is not written again. What cannot be written now is true all the same: the shopper is told, and
// the event or the next sweep writes it.
async function settled(order: Order, session: Session, at: Date): Promise<Order> {
  const known = knowing(order, session, at)
  if (known === order) return order
  try {
    return (await transaction((tx) => settleOrder(tx, { session, at }))) ?? known
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error
    return known
  }
}
