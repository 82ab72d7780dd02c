// One write transaction from begin to end: retried while another process has the lock, stopped when it overruns.

import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { asOverrun, WORK_LIMIT_MS, withinLimit } from './work-limit.ts'

/** A Prisma client whose queries all belong to one transaction. */
export type Transaction = Omit<Prisma.TransactionClient, '$transaction'>

// With a quarter of a second of waiting in each: about three seconds, then the caller can say so.
const ATTEMPTS = 6
const PAUSE_MS = 100

/**
 * Runs `work` in a transaction of `client` and gives what it gives, once committed. Here `work` runs at most once: only
 * taking the lock is tried again. An error of `work` comes through as it is, after the rollback. Rejects with
 * DatabaseUnavailable when the lock cannot be had, the disk fails, or `work` takes longer than 5 seconds.
 */
export async function runTransaction<T>(
  client: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
  { workLimitMs = WORK_LIMIT_MS, random = Math.random } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let begun = false
    try {
      return await client.$transaction(
        (tx) => {
          begun = true
          return withinLimit(work(tx), workLimitMs)
        },
        { timeout: workLimitMs, maxWait: WORK_LIMIT_MS },
      )
    } catch (error) {
      const failure = error instanceof DatabaseUnavailable ? error : asOverrun(error)
      const again = failure?.reason === 'locked' && !begun && attempt < ATTEMPTS
      if (!again) throw failure ?? error
    }
    // Two processes that met once must not meet again: half of the pause is chance.
    await sleep(PAUSE_MS * attempt * (0.5 + random()))
  }
}
