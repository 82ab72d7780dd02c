// What a sweep found and did, put together while it goes on.

/** Something that is now as Stripe knows it, and was not before. */
export interface Repair {
  readonly what: 'order' | 'event' | 'refund' | 'dispute'
  readonly id: string
  /** What it has become: a status, or for an order 'abandoned'; for an event its type and what it was for the shop. */
  readonly became: string
}

export interface Swept {
  /** How many orders were asked after, or given up. */
  readonly looked: number
  readonly repairs: readonly Repair[]
  /** How many questions Stripe did not answer. */
  readonly unanswered: number
  /** How many things could not be looked after because something broke; each is logged. */
  readonly failed: number
}

export class SweepReport {
  readonly #repairs = new Map<string, Repair>()
  #looked = 0
  #failed = 0

  look(): void {
    this.#looked += 1
  }

  /** Notes a repair; of several of one thing, the last. */
  repair(repair: Repair): void {
    this.#repairs.set(`${repair.what} ${repair.id}`, repair)
  }

  fail(): void {
    this.#failed += 1
  }

  get failed(): number {
    return this.#failed
  }

  sum(unanswered: number): Swept {
    return { looked: this.#looked, repairs: [...this.#repairs.values()], unanswered, failed: this.#failed }
  }
}
