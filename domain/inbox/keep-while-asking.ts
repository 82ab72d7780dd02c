import { PacedCalls } from '#stripe/paced-calls'
import type { Held } from './hold-lease.ts'

/**
 * The same calls, each of which keeps the lease before it is made: a long list read page by page, or a Stripe that is silent,
 * lasts longer than a lease. `ask` throws LeaseLost when another process has taken over.
 */
export function keepWhileAsking(calls: PacedCalls, held: Held): PacedCalls {
  return new KeepingCalls(calls, held)
}

class KeepingCalls extends PacedCalls {
  readonly #calls: PacedCalls
  readonly #held: Held

  constructor(calls: PacedCalls, held: Held) {
    super()
    this.#calls = calls
    this.#held = held
  }

  override get unanswered(): number {
    return this.#calls.unanswered
  }

  override get isSilent(): boolean {
    return this.#calls.isSilent
  }

  override async ask<Answer>(call: () => Promise<Answer | 'unanswered'>): Promise<Answer | 'unanswered'> {
    await this.#held.keep()
    return this.#calls.ask(call)
  }
}
