import { transaction } from '#prisma/client'
import { retrieveSession } from '#stripe/checkout-sessions'
import { type Order, statusOf } from './order.ts'
import { findOrderBySession } from './order-store.ts'
import { settleOrder } from './settle-order.ts'

/** `fresh` is false when Stripe could not be asked and the order is as the shop last knew it. */
export type ReadBack = { readonly order: Order; readonly fresh: boolean } | 'not-found' | 'unavailable'

const sessionForm = /^cs_(test|live)_\w{1,200}$/

/** Reads a session back from Stripe and settles its order by it; what the success and cancel pages do. Safe to repeat. */
export async function readBack(sessionId: string, now = new Date()): Promise<ReadBack> {
  if (!sessionForm.test(sessionId)) return 'not-found'
  const answer = await retrieveSession(sessionId)
  if (answer.ok) {
    const order = await transaction((tx) => settleOrder(tx, { session: answer.session, at: now }))
    return order ? { order, fresh: true } : 'not-found'
  }
  if (answer.failure === 'not-found') return 'not-found'
  const order = await findOrderBySession(sessionId)
  // An order that was open when Stripe was last heard may be paid by now: to call it unpaid would be a guess.
  return order && statusOf(order) !== 'open' ? { order, fresh: false } : 'unavailable'
}
