// SQLite has one writer. Waiting for it here, first come first served, costs nothing and fails nobody; waiting in
// SQLite stops the whole process, and Prisma's own waiting line gives up after two seconds.

import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import { DatabaseUnavailable } from './database-unavailable.ts'

// A queue this slow is not moving: whoever asked has given up, and so should the job.
const PATIENCE_MS = 10_000

export class TransactionQueue {
  #last: Promise<unknown> = Promise.resolve()
  readonly #now: () => number

  /** `now` is a clock in milliseconds. */
  constructor(now = () => performance.now()) {
    this.#now = now
  }

  /**
   * Runs `job` after every job added before it has ended, well or badly, and gives what it gives. Rejects with
   * DatabaseUnavailable, and does not run it, when its turn comes after more than 10 seconds.
   */
  add<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#afterLast(job, this.#now() + PATIENCE_MS)
    this.#last = result.catch(() => {})
    return result
  }

  /** Resolves when every job added so far has ended. */
  async drained(): Promise<void> {
    await this.#last
  }

  async #afterLast<T>(job: () => Promise<T>, deadline: number): Promise<T> {
    await this.#last
    // Between two transactions the process serves everybody else: pages, timers, new requests.
    await nextTurnOfTheLoop()
    if (this.#now() > deadline) throw new DatabaseUnavailable('locked', 'Too many transactions wait')
    return job()
  }
}
