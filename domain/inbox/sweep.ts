// What the webhooks did not tell: orders whose end is not known are asked after at Stripe, and orders whose maker died
// before they had a session give their stock back.
import { abandonOrder, endLostSession } from '#domain/orders/close-order'
import { type Order, statusOf } from '#domain/orders/order'
import { listStrandedOrders, listUnsettledOrders } from '#domain/orders/order-store'
import { readBack } from '#domain/orders/read-back'

export interface Repair {
  readonly orderId: string
  /** What the order has become: a status, or 'abandoned'. */
  readonly became: string
}

export interface Swept {
  /** How many orders were looked at. */
  readonly looked: number
  readonly repairs: readonly Repair[]
  /** How many could not be asked after because Stripe did not answer. */
  readonly unanswered: number
}

const minute = 60_000
const batch = 100

/** Looks after up to 100 orders of each kind. Safe to repeat, and to run while shoppers buy. */
export async function sweep(now = new Date()): Promise<Swept> {
  const stranded = await listStrandedOrders({ before: new Date(now.getTime() - 10 * minute), limit: batch })
  const repairs: Repair[] = []
  for (const orderId of stranded) {
    if (await abandonOrder(orderId)) repairs.push({ orderId, became: 'abandoned' })
  }
  const unsettled = await listUnsettledOrders({ before: new Date(now.getTime() - 2 * minute), limit: batch })
  let unanswered = 0
  for (const order of unsettled) {
    const back = order.sessionId ? await readBack(order.sessionId, now) : 'not-found'
    if (back === 'not-found' && isOverdue(order, now) && (await endLostSession(order, now))) {
      repairs.push({ orderId: order.id, became: 'expired' })
    }
    if (back === 'unavailable' || (typeof back === 'object' && !back.fresh)) unanswered += 1
    if (typeof back === 'object' && statusOf(back.order) !== statusOf(order)) {
      repairs.push({ orderId: order.id, became: statusOf(back.order) })
    }
  }
  return { looked: stranded.length + unsettled.length, repairs, unanswered }
}

// Only an open order can expire, and one that Stripe cannot find is given its full time first: the key may be the wrong one.
function isOverdue({ session, expiresAt }: Order, now: Date): boolean {
  return session === 'open' && expiresAt < now
}
