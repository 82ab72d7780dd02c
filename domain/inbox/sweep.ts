// What the webhooks did not tell: events that could not be applied are tried again, orders whose end is not known are asked
// after at Stripe, and orders whose maker died before they had a session give their stock back.
import { abandonOrder, endLostSession } from '#domain/orders/close-order'
import { type Order, statusOf } from '#domain/orders/order'
import {
  findOrder,
  listStrandedOrders,
  listUnsettledOrders,
  type OrderPlace,
} from '#domain/orders/order-store'
import { readBack } from '#domain/orders/read-back'
import { retryEvents } from './retry-events.ts'

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
  /** How many could not be looked after because something broke; each is logged. */
  readonly failed: number
  /** How many stored events could be applied at last. */
  readonly applied: number
}

type Outcome = Repair | 'nothing' | 'unanswered' | 'failed'

const minute = 60_000
const month = 30 * 24 * 60 * minute
const batch = 100

/** Looks after every order whose end is not known. Safe to repeat, and to run while shoppers buy. */
export async function sweep(now = new Date()): Promise<Swept> {
  const applied = await retryEvents(now)
  const outcomes: Outcome[] = []
  for (const orderId of await listStrandedOrders({ before: minutesBefore(now, 10), limit: batch })) {
    outcomes.push(await lookAfter(orderId, () => freeStranded(orderId)))
  }
  for await (const { id } of unsettledOrders(minutesBefore(now, 2))) {
    outcomes.push(await lookAfter(id, () => askAfter(id, now)))
    if (isSilent(outcomes)) break
  }
  return {
    looked: outcomes.length,
    repairs: outcomes.filter((outcome) => typeof outcome === 'object'),
    unanswered: outcomes.filter((outcome) => outcome === 'unanswered').length,
    failed: outcomes.filter((outcome) => outcome === 'failed').length,
    applied,
  }
}

// One order that breaks must not keep the others from being looked after, now and at every sweep to come.
async function lookAfter(orderId: string, look: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await look()
  } catch (error) {
    console.error('sweep: order could not be looked after', { orderId, error })
    return 'failed'
  }
}

// Stripe that has not answered five times in a row is down: the next sweep asks again.
function isSilent(outcomes: readonly Outcome[]): boolean {
  const last = outcomes.slice(-5)
  return last.length === 5 && last.every((outcome) => outcome === 'unanswered')
}

async function* unsettledOrders(before: Date): AsyncGenerator<OrderPlace> {
  let after: OrderPlace | null = null
  while (true) {
    const page: OrderPlace[] = await listUnsettledOrders({ before, after, limit: batch })
    yield* page
    if (page.length < batch) return
    after = page.at(-1) ?? null
  }
}

async function freeStranded(orderId: string): Promise<Outcome> {
  return (await abandonOrder(orderId)) ? { orderId, became: 'abandoned' } : 'nothing'
}

async function askAfter(id: string, now: Date): Promise<Outcome> {
  const order = await findOrder(id)
  if (!order?.sessionId) return 'nothing'
  const back = await readBack(order.sessionId, now)
  if (back === 'not-found') return isOverdue(order, now) ? end(order, now) : 'nothing'
  if (back === 'unavailable' || !back.fresh) return 'unanswered'
  const became = statusOf(back.order)
  return became === statusOf(order) ? 'nothing' : { orderId: id, became }
}

async function end(order: Order, now: Date): Promise<Outcome> {
  const ended = await endLostSession(order, now)
  return ended ? { orderId: order.id, became: statusOf(ended) } : 'nothing'
}

// An order that Stripe cannot find is given time first, for the key may be the wrong one: an open one as long as its session
// would have been open, one that waits for a bank a month more.
function isOverdue({ session, expiresAt }: Order, now: Date): boolean {
  const waitsForBank = session === 'complete'
  return expiresAt.getTime() + (waitsForBank ? month : 0) < now.getTime()
}

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * minute)
}
