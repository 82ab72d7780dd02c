// Ends orders that shall not be paid any more.
import { releaseStock } from '#domain/stock/stock-store'
import { transaction } from '#prisma/client'
import { expireSession, retrieveSession } from '#stripe/checkout-sessions'
import type { Order } from './order.ts'
import { endAttempt, touchOrder } from './order-store.ts'
import { settleOrder } from './settle-order.ts'

/** Gives up an order for which no session was shown to anybody, and releases its stock. Does nothing to any other. */
export async function abandonOrder(id: string): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await endAttempt(tx, id))) return false
    const order = await touchOrder(tx, id)
    if (order) await releaseStock(tx, order.lines)
    return true
  })
}

/**
 * Closes an order's session at Stripe and settles the order by what Stripe answers, which may be that it was paid
 * meanwhile. False when Stripe cannot be reached: the order stays as it is, and its session expires by itself.
 */
export async function closeOrder(
  { id, sessionId }: Pick<Order, 'id' | 'sessionId'>,
  now = new Date(),
): Promise<boolean> {
  if (!sessionId) {
    await abandonOrder(id)
    return true
  }
  const expired = await expireSession(sessionId)
  const answer = expired.ok ? expired : await retrieveSession(sessionId)
  if (answer.ok) await transaction((tx) => settleOrder(tx, { session: answer.session, at: now }))
  return answer.ok && answer.session.status !== 'open'
}
