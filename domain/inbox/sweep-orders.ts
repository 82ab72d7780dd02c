// Orders whose end is not known: those whose maker died before they had a session give their stock back, the others are asked
// after at Stripe.
import { abandonOrder, endLostSession } from '#domain/orders/close-order'
import { type Order, statusOf } from '#domain/orders/order'
import { findOrder } from '#domain/orders/order-store'
import { type ReadBack, readBack } from '#domain/orders/read-back'
import {
  listOrdersStanding,
  listStrandedOrders,
  type OrderPlace,
  unsettledStandings,
} from '#domain/orders/unsettled-store'
import { lookAfter, type Sweeping } from './look-after.ts'
import { type Page, walkPages } from './walk-pages.ts'

const minute = 60_000
const month = 30 * 24 * 60 * minute

/** Gives up orders that came to have no session within ten minutes. */
export async function freeStrandedOrders(sweeping: Sweeping): Promise<void> {
  const { now, report } = sweeping
  const before = minutesBefore(now, 10)
  for await (const { id } of walkPages<OrderPlace>((page) => listStrandedOrders({ before, ...page }))) {
    report.look()
    await lookAfter(sweeping, { orderId: id }, async () => {
      if (await abandonOrder(id)) report.repair({ what: 'order', id, became: 'abandoned' })
    })
  }
}

/** Reads every order back whose last word is not in after two minutes. */
export async function askAfterOrders(sweeping: Sweeping): Promise<void> {
  const { now, calls, report } = sweeping
  const before = minutesBefore(now, 2)
  for await (const id of unsettledOrders(before)) {
    if (calls.isSilent) return
    report.look()
    await lookAfter(sweeping, { orderId: id }, () => askAfter(sweeping, id))
  }
}

// One that has gone on to another standing while it was looked after does not come again.
async function* unsettledOrders(before: Date): AsyncGenerator<string> {
  const met = new Set<string>()
  for (const standing of unsettledStandings) {
    const list = (page: Page<OrderPlace>) => listOrdersStanding(standing, { before, ...page })
    for await (const { id } of walkPages(list)) {
      if (!met.has(id)) yield id
      met.add(id)
    }
  }
}

async function askAfter({ now, calls, held, report }: Sweeping, id: string): Promise<void> {
  const order = await findOrder(id)
  const sessionId = order?.sessionId
  if (!sessionId) return
  const back = await calls.ask(async () => answerOf(await readBack(sessionId, held.now)))
  if (back === 'unanswered') return
  const known = back === 'not-found' ? await endIfOverdue(order, now) : back.order
  if (!known) return
  const became = statusOf(known)
  if (became !== statusOf(order)) report.repair({ what: 'order', id, became })
}

function answerOf(back: ReadBack): Exclude<ReadBack, 'unavailable'> | 'unanswered' {
  if (back === 'unavailable' || (back !== 'not-found' && !back.fresh)) return 'unanswered'
  return back
}

async function endIfOverdue(order: Order, now: Date): Promise<Order | null> {
  return isOverdue(order, now) ? endLostSession(order, now) : null
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
