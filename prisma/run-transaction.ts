// One write transaction from begin to end: retried while another process has the lock, stopped when it overruns.

import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'

/** A Prisma client whose queries all belong to one transaction. */
export type Transaction = Omit<Prisma.TransactionClient, '$transaction'>

// Local statements take milliseconds. Work that takes this long waits for something else, and everybody for it.
const WORK_LIMIT_MS = 5_000
// Prisma rolls back at the limit but leaves the promise open until the work ends, which it may never do.
const GRACE_MS = 250
// With half a second of waiting in each: about three seconds, then the caller can say so.
const ATTEMPTS = 4
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
          return withinLimit(work(tx), workLimitMs + GRACE_MS)
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

async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(overrun()), limitMs)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

// P2028: the transaction was already closed, which here only its time limit does.
function asOverrun(error: unknown): DatabaseUnavailable | undefined {
  const closed = error instanceof Error && 'code' in error && error.code === 'P2028'
  return closed ? overrun(error) : undefined
}

function overrun(cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable('other', 'A transaction overran its time and was rolled back', cause)
}
