// Calls that no shopper waits for: a few a second, so that those a shopper waits for find room, and none at all to a Stripe
// that has gone silent.
import { setTimeout as pause } from 'node:timers/promises'

export interface Pacing {
  /** Stripe allows 100 a second in live mode and 25 in a sandbox, for the whole account. https://docs.stripe.com/rate-limits */
  readonly perSecond?: number
  /** How many calls in a row go without an answer before no more are made. */
  readonly patience?: number
  /** Milliseconds that only ever grow. */
  readonly clock?: () => number
  readonly sleep?: (milliseconds: number) => Promise<unknown>
}

// A timer that is late brings the next call nearer: so that there are never more than ten within a second, eight are planned.
const mostPerSecond = 8

// The SDK tries a call that failed once more, this many milliseconds later at the earliest: a call that lasted so long may
// have been two. https://github.com/stripe/stripe-node#network-retries
const retryAfter = 500

/** A run of calls to Stripe, each in its turn. */
export class PacedCalls {
  readonly #interval: number
  readonly #patience: number
  readonly #clock: () => number
  readonly #sleep: (milliseconds: number) => Promise<unknown>
  #next = Number.NEGATIVE_INFINITY
  #inARow = 0
  #unanswered = 0

  constructor({
    perSecond = mostPerSecond,
    patience = 5,
    clock = () => performance.now(),
    sleep = pause,
  }: Pacing = {}) {
    this.#interval = 1000 / perSecond
    this.#patience = patience
    this.#clock = clock
    this.#sleep = sleep
  }

  /** How many calls got no answer. */
  get unanswered(): number {
    return this.#unanswered
  }

  /** Whether Stripe has gone without an answer so often in a row that it is down: no call is made any more. */
  get isSilent(): boolean {
    return this.#inARow >= this.#patience
  }

  /** Makes one call when its turn has come and gives its answer; 'unanswered' too when Stripe has gone silent before. */
  async ask<Answer>(call: () => Promise<Answer | 'unanswered'>): Promise<Answer | 'unanswered'> {
    if (this.isSilent) return 'unanswered'
    await this.#turn()
    const begun = this.#clock()
    const answer = await call().finally(() => this.#rest(begun))
    const isUnanswered = answer === 'unanswered'
    this.#inARow = isUnanswered ? this.#inARow + 1 : 0
    if (isUnanswered) this.#unanswered += 1
    return answer
  }

  async #turn(): Promise<void> {
    const now = this.#clock()
    const wait = this.#next - now
    this.#next = Math.max(this.#next, now) + this.#interval
    if (wait > 0) await this.#sleep(wait)
  }

  #rest(begun: number): void {
    const now = this.#clock()
    if (now - begun >= retryAfter) this.#next = Math.max(this.#next, now + this.#interval)
  }
}
