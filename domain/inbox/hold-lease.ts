import { randomUUID } from 'node:crypto'
import { transaction } from '#prisma/client'
import { releaseLease, takeLease } from './lease-store.ts'

/** How long a lease lasts when its holder is not heard of again, in milliseconds. */
export const leaseMilliseconds = 60_000

/** A lease that is being held. */
export interface Held {
  /** Keeps it for longer when a third of its time is over. Throws LeaseLost when another has it by now. */
  readonly keep: () => Promise<void>
  /** The time, as long as the work goes on. */
  readonly now: () => Date
}

/** Another process has taken over: what this one was doing is the other's now. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

interface Holding<Result> {
  readonly name: string
  readonly now: () => Date
  readonly work: (held: Held) => Promise<Result>
}

/**
 * Does `work` while no other process, nor another call in this one, does anything under the same name. Gives 'busy' when one
 * does. Who dies at it loses the lease a minute after it was last kept.
 */
export async function holdLease<Result>({ name, now, work }: Holding<Result>): Promise<Result | 'busy'> {
  const holder = randomUUID()
  let kept = now()
  async function take(): Promise<boolean> {
    const at = now()
    const until = new Date(at.getTime() + leaseMilliseconds)
    const taken = await transaction((tx) => takeLease(tx, { name, holder, now: at, until }))
    if (taken) kept = at
    return taken
  }
  async function keep(): Promise<void> {
    if (now().getTime() - kept.getTime() < leaseMilliseconds / 3) return
    if (!(await take())) throw new LeaseLost(`${name}: another process has taken over`)
  }
  if (!(await take())) return 'busy'
  try {
    return await work({ keep, now })
  } finally {
    // Should this fail, the lease ends by itself.
    await transaction((tx) => releaseLease(tx, { name, holder })).catch(() => {})
  }
}
