// Tells whoever waits what becomes of an order. However many wait, the database is asked once a second, by primary key and
// outside of any transaction, and not at all while nobody does: so it does not matter which process hears from Stripe.
import type { OrderStatus } from './order.ts'
import { listStatuses } from './status-store.ts'

const secondMs = 1_000

type Tell = (status: OrderStatus) => void

/** Calls `tell` with the status of the order with this id, time and again, until the function that it gives is called. */
export type FollowOrder = (id: string, tell: Tell) => () => void

/** Follows orders by asking `list` for their statuses every `pauseMs`. While it cannot be asked, nothing is told. */
export function createFollowOrder({ list = listStatuses, pauseMs = secondMs } = {}): FollowOrder {
  const waiting = new Map<string, Set<Tell>>()
  let isLooking = false

  async function look(): Promise<void> {
    const known = await list([...waiting.keys()]).catch(() => [])
    for (const { id, status } of known) for (const tell of waiting.get(id) ?? []) tell(status)
    isLooking = false
    lookSoon()
  }

  function lookSoon(): void {
    if (isLooking || waiting.size === 0) return
    isLooking = true
    setTimeout(() => void look(), pauseMs).unref()
  }

  return (id, tell) => {
    const others = waiting.get(id) ?? new Set()
    waiting.set(id, others.add(tell))
    lookSoon()
    return () => {
      others.delete(tell)
      if (others.size === 0 && waiting.get(id) === others) waiting.delete(id)
    }
  }
}

/** Follows orders in the database. */
export const followOrder: FollowOrder = createFollowOrder()
