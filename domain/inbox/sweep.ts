// What the webhooks did not tell. Every part asks the same of what it finds: merge what is not known yet.
import { StripeSilent } from '#stripe/lists'
import { PacedCalls } from '#stripe/paced-calls'
import { compareDisputes, compareRefunds } from './compare-money-back.ts'
import { compareSessions } from './compare-sessions.ts'
import { type Held, holdLease, LeaseLost } from './hold-lease.ts'
import { keepWhileAsking } from './keep-while-asking.ts'
import type { Sweeping } from './look-after.ts'
import { retryKeptEvents, takeUndeliveredEvents } from './sweep-events.ts'
import { askAfterOrders, freeStrandedOrders } from './sweep-orders.ts'
import { SweepReport, type Swept } from './sweep-report.ts'

export type { Repair, Swept } from './sweep-report.ts'

const parts: readonly [name: string, part: (sweeping: Sweeping) => Promise<void>][] = [
  ['kept events', retryKeptEvents],
  ['stranded orders', freeStrandedOrders],
  ['undelivered events', takeUndeliveredEvents],
  ['unsettled orders', askAfterOrders],
  ['sessions compared', compareSessions],
  ['refunds compared', compareRefunds],
  ['disputes compared', compareDisputes],
]

interface SweepOptions {
  /** Whether objects are compared even though they were within the hour. */
  readonly comparesNow?: boolean
  readonly calls?: PacedCalls
  /** Milliseconds that only ever grow: how long the sweep has been going on. */
  readonly clock?: () => number
}

/**
 * Repairs whatever the webhooks did not tell. 'busy' when another process, or another call, is doing so. Safe to repeat, and
 * to run while shoppers buy; when all is well it writes nothing but its own lease. Asks Stripe ten times a second at most.
 * Throws DatabaseUnavailable when it could not even begin.
 */
export async function sweep(
  now = new Date(),
  { comparesNow = false, calls = new PacedCalls(), clock = () => performance.now() }: SweepOptions = {},
): Promise<Swept | 'busy'> {
  const begun = clock()
  const report = new SweepReport()
  return holdLease({
    name: 'sweep',
    now: () => new Date(now.getTime() + clock() - begun),
    work: (held: Held) => run({ now, calls: keepWhileAsking(calls, held), held, report, comparesNow }),
  })
}

async function run(sweeping: Sweeping): Promise<Swept> {
  const { calls, held, report } = sweeping
  for (const [name, part] of parts) {
    try {
      await held.keep()
      await part(sweeping)
    } catch (error) {
      // The rest is the other process's now.
      if (error instanceof LeaseLost) break
      // Counted where it was asked.
      if (error instanceof StripeSilent) continue
      console.error('sweep: part failed', { part: name, error })
      report.fail()
    }
  }
  return report.sum(calls.unanswered)
}
