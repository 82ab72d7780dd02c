// Ends orders that shall not be paid any more.
import { releaseStock } from '#domain/stock/stock-store'
import { transaction } from '#prisma/client'
import { expireSession, retrieveSession } from '#stripe/checkout-sessions'
import type { Session } from '#stripe/session'
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
 * meanwhile, or that there is no such session. False when the session may still be payable, because Stripe cannot be reached
 * or will not say: the order stays as it is, and its session expires by itself.
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
  if (!answer.ok) return answer.failure === 'not-found' && endLostSession({ id, sessionId }, now)
  await transaction((tx) => settleOrder(tx, { session: answer.session, at: now }))
  return answer.session.status !== 'open'
}

/**
 * Settles an order whose session Stripe does not know, as after a change of the Stripe account: nobody can pay it, so it
 * counts as expired. Should it be paid all the same, the payment is settled as any late one. True when done.
 */
export async function endLostSession(
  { id, sessionId }: Pick<Order, 'id' | 'sessionId'>,
  now = new Date(),
): Promise<boolean> {
  if (!sessionId) return false
  const session = { ...lost, id: sessionId, orderId: id }
  return (await transaction((tx) => settleOrder(tx, { session, at: now }))) !== null
}

const lost: Omit<Session, 'id' | 'orderId'> = {
  status: 'expired',
  payment: 'none',
  url: null,
  amountTotal: 0,
  currency: '',
  rightMode: false,
  paymentIntentId: null,
  email: null,
  customerName: null,
}
