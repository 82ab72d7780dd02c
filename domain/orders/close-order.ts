// Ends orders that shall not be paid any more.
import { transaction } from '#prisma/client'
import { expireSession, retrieveSession } from '#stripe/checkout-sessions'
import type { Session } from '#stripe/session'
import type { Order } from './order.ts'
import { endAttempt } from './order-store.ts'
import { settleOrder } from './settle-order.ts'
import { returnToShelf } from './shelf.ts'
import { touchOrder } from './settling-store.ts'

/** Gives up an order for which no session was shown to anybody, and releases its stock. Does nothing to any other. */
export async function abandonOrder(id: string): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await endAttempt(tx, id))) return false
    const order = await touchOrder(tx, id)
    if (order) await returnToShelf(tx, order.lines)
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
  clock = () => new Date(),
): Promise<boolean> {
  // Not given up: it has a session by now, or was given up by another; either way it has to be looked at anew.
  if (!sessionId) return abandonOrder(id)
  const expired = await expireSession(sessionId)
  const answer = expired.ok ? expired : await retrieveSession(sessionId)
  if (!answer.ok) {
    const gone = answer.failure === 'not-found'
    return gone && (await endLostSession({ id, sessionId, session: 'open' }, clock())) !== null
  }
  await transaction((tx) => settleOrder(tx, { session: answer.session, at: clock() }))
  return answer.session.status !== 'open'
}

/**
 * Settles an order whose session Stripe does not know, as after a change of the Stripe account: an open one counts as expired,
 * for nobody can pay it; one that waits for a bank as failed, and a person must look whether it was. Should it be paid all the
 * same, the payment is settled as any late one. Gives the order as it is then.
 */
export async function endLostSession(
  { id, sessionId, session: known }: Pick<Order, 'id' | 'sessionId' | 'session'>,
  now = new Date(),
): Promise<Order | null> {
  if (!sessionId) return null
  console.error('order ended: Stripe does not know its session', { orderId: id, sessionId })
  const waited = known === 'complete'
  const end = waited ? ({ status: 'complete', payment: 'failed' } as const) : {}
  const session = { ...lost, ...end, id: sessionId, orderId: id }
  return transaction((tx) => settleOrder(tx, { session, at: now, review: waited ? ['lost'] : [] }))
}

// Of a session that is not paid nothing else is looked at.
const lost: Omit<Session, 'id' | 'orderId'> = {
  status: 'expired',
  payment: 'none',
  url: null,
  amountSubtotal: 0,
  amountDiscount: 0,
  amountShipping: 0,
  amountTax: 0,
  amountTotal: 0,
  shippingChoice: null,
  currency: '',
  rightMode: false,
  paymentIntentId: null,
  email: null,
  customerName: null,
  shippingAddress: null,
  presentment: null,
}
