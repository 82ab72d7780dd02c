import { findOrder } from '#domain/orders/order-store'
import { knowing } from '#domain/orders/session-facts'
import { settleOrder } from '#domain/orders/settle-order'
import { transaction } from '#prisma/client'
import { listSessions } from '#stripe/lists'
import type { Session } from '#stripe/session'
import { compareObjects } from './compare-objects.ts'
import { type Sweeping, watchOrders } from './look-after.ts'

/** Settles the orders of which Stripe's list of sessions says something that the shop does not know. */
export async function compareSessions(sweeping: Sweeping): Promise<void> {
  await compareObjects(sweeping, {
    name: 'sessions',
    // One closes after a day at most. Those that wait for a bank longer are asked after one by one.
    days: 2,
    list: listSessions,
    // A session that is open says nothing yet.
    news: async (sessions) => sessions.filter(({ orderId, status }) => orderId && status !== 'open'),
    merge: (session) => settleIfNew(sweeping, session),
  })
}

async function settleIfNew(sweeping: Sweeping, session: Session): Promise<void> {
  const find = () => findOrder(session.orderId ?? '')
  const now = sweeping.held.now()
  const order = await find()
  if (!order) return
  // A session does not tell when it was paid: what is known of that stays.
  const at = order.paidAt ?? now
  if (knowing(order, session, at) === order) return
  await watchOrders(sweeping, [find], () => transaction((tx) => settleOrder(tx, { session, at, now })))
}
