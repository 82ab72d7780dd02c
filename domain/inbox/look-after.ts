import { type Order, statusOf } from '#domain/orders/order'
import type { PacedCalls } from '#stripe/paced-calls'
import { type Held, LeaseLost } from './hold-lease.ts'
import type { SweepReport } from './sweep-report.ts'

/** A sweep that is going on. */
export interface Sweeping {
  readonly now: Date
  readonly calls: PacedCalls
  readonly held: Held
  readonly report: SweepReport
  /** Whether objects are compared even though they were within the hour. */
  readonly comparesNow: boolean
}

/**
 * Looks after one thing. One that breaks must not keep the others from their turn, now and at every sweep to come: it is
 * logged and counted. Throws LeaseLost when another process has taken over.
 */
export async function lookAfter(
  { held, report }: Sweeping,
  thing: Readonly<Record<string, string>>,
  look: () => Promise<void>,
): Promise<void> {
  try {
    await held.keep()
    await look()
  } catch (error) {
    if (error instanceof LeaseLost) throw error
    console.error('sweep: could not be looked after', { ...thing, error })
    report.fail()
  }
}

type FindOrder = () => Promise<Order | null>

/** Does `work`, and reports what the orders that `finds` give have become by it. */
export async function watchOrders(
  { report }: Sweeping,
  finds: readonly FindOrder[],
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await statusesOf(finds)
  await work()
  for (const [id, became] of await statusesOf(finds)) {
    if (before.get(id) !== became) report.repair({ what: 'order', id, became })
  }
}

// An order that cannot be read keeps nothing from being done: it is merely not told of.
async function statusesOf(finds: readonly FindOrder[]): Promise<Map<string, string>> {
  const statuses = new Map<string, string>()
  for (const find of finds) {
    const order = await find().catch(() => null)
    if (order) statuses.set(order.id, statusOf(order))
  }
  return statuses
}
