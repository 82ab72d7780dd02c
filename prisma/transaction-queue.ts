// SQLite has one writer. Waiting for it here, first come first served, costs nothing and fails nobody; waiting in
// SQLite stops the whole process, and Prisma's own waiting line gives up after two seconds.

import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'

export class TransactionQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `job` after every job added before it has ended, well or badly. Gives what `job` gives. */
  add<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#afterLast(job)
    this.#last = result.catch(() => {})
    return result
  }

  /** Resolves when every job added so far has ended. */
  async drained(): Promise<void> {
    await this.#last
  }

  async #afterLast<T>(job: () => Promise<T>): Promise<T> {
    await this.#last
    // Between two transactions the process serves everybody else: pages, timers, new requests.
    await nextTurnOfTheLoop()
    return job()
  }
}
