// Read-back and events at once, on PostgreSQL, with their SQL statements in an order that is decided here.
import { Client } from 'pg'
import { readBack } from '../../../domain/orders/read-back.ts'
import { randomOf } from '../random.ts'
import type { Acted, Plan } from './act.ts'
import { eventsOf } from './events-of.ts'
import { receive } from './receive.ts'
import { holdStatements, type Play, play } from './statement-scheduler.ts'
import type { StripeGate } from './stripe-gate.ts'

/**
 * Searches through every schedule of a read-back and a webhook, if the plan says so; the orders that are left, or all, have
 * four actors and schedules by chance.
 */
export async function actByStatements(plan: Plan, { pay }: StripeGate): Promise<Acted> {
  holdStatements()
  const { waiting, close } = await watchLocks()
  const random = randomOf(plan.seed)
  const tried = { searched: new Set<string>(), byChance: new Set<string>() }
  const problems: string[] = []
  let path: readonly number[] | null = plan.searches ? [] : null
  for (const order of plan.orders) {
    pay(order)
    const events = eventsOf(order)
    const pair = { page: () => readBack(order.sessionId ?? ''), webhook: () => receive(events.webhook) }
    const others = { twin: () => receive(events.twin), refund: () => receive(events.refund) }
    const chosen: readonly number[] | null = path
    // Half of the payments are known before, so that nobody waits for whoever would be the first to write them down.
    if (!chosen && random.chance(0.5)) await receive(events.inquiry)
    const {
      order: sent,
      widths,
      errors,
    } = await play({
      actors: chosen ? pair : { ...pair, ...others },
      choose: (decision, width) => (chosen ? (chosen[decision] ?? 0) : random.integer(0, width - 1)),
      waiting,
    })
    tried[chosen ? 'searched' : 'byChance'].add(sent.join(' '))
    for (const error of errors) problems.push(`${order.id}: ${error}; ${sent.join(' ')}`)
    if (!chosen) continue
    path = nextPath(chosen, widths)
    await others.twin()
    await others.refund()
  }
  await close()
  return { done: tell(tried, path === null), problems }
}

function tell(
  { searched, byChance }: Record<'searched' | 'byChance', Set<string>>,
  isWhole: boolean,
): string {
  const chance = `${byChance.size} schedules of statements by chance`
  return searched.size === 0
    ? chance
    : `${isWhole ? 'all' : 'the first'} ${searched.size} of page and webhook, ${chance}`
}

// The next branch of a search that tries every choice; null when all were tried.
function nextPath(path: readonly number[], widths: readonly number[]): number[] | null {
  const taken = widths.map((_, decision) => path[decision] ?? 0)
  for (let decision = widths.length - 1; decision >= 0; decision -= 1) {
    const choice = (taken[decision] ?? 0) + 1
    if (choice < (widths[decision] ?? 0)) return [...taken.slice(0, decision), choice]
  }
  return null
}

async function watchLocks(): Promise<{ waiting: Play['waiting']; close: () => Promise<void> }> {
  const watcher = new Client({ connectionString: process.env.DATABASE_URL })
  await watcher.connect()
  return {
    close: () => watcher.end(),
    async waiting(pids) {
      const { rows } = await watcher.query<{ pid: number }>(
        'SELECT pid FROM unnest($1::int[]) AS pid WHERE cardinality(pg_blocking_pids(pid)) > 0',
        [pids],
      )
      return new Set(rows.map(({ pid }) => pid))
    },
  }
}
