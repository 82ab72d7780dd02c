// One transaction on PostgreSQL from begin to end: run again when it was in another's way, stopped when it overruns.

import { setTimeout as sleep } from 'node:timers/promises'
import type { PrismaClient } from './generated/client.ts'
import { CONNECT_MS } from './postgresql-pool.ts'
import { isConflict } from './postgresql-unavailable.ts'
import type { Transaction } from './run-transaction.ts'
import { asOverrun, WORK_LIMIT_MS, withinLimit } from './work-limit.ts'

const ATTEMPTS = 4
const PAUSE_MS = 20

/**
 * Runs `work` in a transaction of `client` and gives what it gives, once committed. When PostgreSQL ended the transaction because
 * another was in its way (a deadlock), nothing of it was kept and it is run again, up to three times. Any other error of `work`
 * comes through as it is, after the rollback. Rejects with DatabaseUnavailable when that did not help, when the server cannot be
 * reached or cannot do it, or when `work` takes longer than 5 seconds.
 */
export async function runPostgresqlTransaction<T>(
  client: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
  { workLimitMs = WORK_LIMIT_MS, random = Math.random } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction((tx) => withinLimit(work(tx), workLimitMs), {
        timeout: workLimitMs,
        // The pool gives up first, and says so in its own words.
        maxWait: 2 * CONNECT_MS,
      })
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw asOverrun(error) ?? error
    }
    // Two transactions that met once must not meet again: half of the pause is chance.
    await sleep(PAUSE_MS * attempt * (0.5 + random()))
  }
}
