// SQLite has one writer. Waiting for it here, first come first served, costs nothing and fails nobody; waiting in
// SQLite stops the whole process, and Prisma's own waiting line gives up after two seconds. Whoever waits together is
// committed together: one wait for the disk instead of many, and nobody hears "done" before it.

import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import { DatabaseUnavailable } from './database-unavailable.ts'
import type { Transaction } from './run-transaction.ts'

// A queue this slow is not moving: whoever asked has given up, and so should the job.
const PATIENCE_MS = 10_000
// A job takes about a millisecond, and the first of a group waits for the last. Where they take longer there are fewer of
// them: all of them together have the time that one has.
const GROUP = 24
const GROUP_MS = 500

type Work<T> = (tx: Transaction) => Promise<T>
type Transact = <T>(work: Work<T>) => Promise<T>

interface Job {
  readonly work: Work<unknown>
  readonly deadline: number
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

export class TransactionQueue {
  readonly #transact: Transact
  readonly #now: () => number
  #waiting: Job[] = []
  #running: Promise<void> | undefined

  /** `transact` runs a transaction that nothing else runs beside; `now` is a clock in milliseconds. */
  constructor(transact: Transact, now = () => performance.now()) {
    this.#transact = transact
    this.#now = now
  }

  /**
   * Runs `work` in a transaction, after all work added before it, and gives what it gives once that is committed. It may
   * share the transaction with others, but no failure of theirs: when one throws or takes too long, all is rolled back, and
   * each runs again by itself. Rejects with DatabaseUnavailable, and does not run it, when its turn comes after more than 10 seconds.
   */
  add<T>(work: Work<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const deadline = this.#now() + PATIENCE_MS
    this.#waiting.push({ work: AsyncLocalStorage.bind(work), deadline, resolve, reject })
    this.#running ??= this.#run()
    return promise
  }

  /** Resolves when all work added so far has ended. */
  async drained(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurnOfTheLoop()
      await this.#commit(this.#waiting.splice(0, GROUP).filter((job) => this.#isInTime(job)))
    }
    this.#running = undefined
  }

  async #commit(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return
    try {
      const results = await this.#transact((tx) => this.#runJobs(jobs, tx))
      for (const [index, result] of results.entries()) jobs[index]?.resolve(result as never)
      this.#waiting.unshift(...jobs.slice(results.length))
    } catch (error) {
      if (jobs.length > 1 && isOfOne(error)) for (const job of jobs) await this.#commit([job])
      else for (const { reject } of jobs) reject(error)
    }
  }

  /** What the jobs give, of as many as there is time for. */
  async #runJobs(jobs: readonly Job[], tx: Transaction): Promise<unknown[]> {
    const results: unknown[] = []
    const until = this.#now() + GROUP_MS
    for (const { work } of jobs) {
      // Between two jobs the process serves everybody else: pages, timers, new requests.
      if (results.length > 0) await nextTurnOfTheLoop()
      if (results.length > 0 && this.#now() > until) break
      results.push(await work(tx))
    }
    return results
  }

  #isInTime({ deadline, reject }: Job): boolean {
    const inTime = this.#now() <= deadline
    if (!inTime) reject(new DatabaseUnavailable('locked', 'Too many transactions wait'))
    return inTime
  }
}

// A database that is gone is gone for all of them; anything else came from one job.
function isOfOne(error: unknown): boolean {
  return !(error instanceof DatabaseUnavailable) || error.reason === 'overrun'
}
