// Sends the webhooks that are due, twenty at a time, each until it is taken. They stand in the database: what a
// restart finds undelivered is delivered after it.
import type { DatabaseSync } from 'node:sqlite'
import { prepareDeliveryRows, type Delivery, type DeliveryRows } from './delivery-rows.ts'

/** Sends one delivery; gives the HTTP status, or null when there was no answer. */
export type Attempt = (delivery: Delivery) => Promise<number | null>

const mostAtOnce = 20
const longestSleep = 60_000

/** The worker over an open database: `clock` in milliseconds. */
export class Deliveries {
  readonly #rows: DeliveryRows
  readonly #clock: () => number
  readonly #attempt: Attempt
  readonly #inFlight = new Map<number, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #held = false
  #closed = false

  constructor(options: { database: DatabaseSync; clock: () => number; attempt: Attempt }) {
    this.#rows = prepareDeliveryRows(options.database)
    this.#clock = options.clock
    this.#attempt = options.attempt
  }

  add(delivery: { event: string; endpoint: string }): void {
    this.#rows.add(delivery, this.#clock())
    this.wake()
  }

  /** How many endpoints have not yet taken an event. */
  pending(event: string): number {
    return this.#rows.pending(event)
  }

  /** Forgets what an endpoint has not taken yet. */
  drop(endpoint: string): void {
    this.#rows.drop(endpoint)
  }

  /** Waits for the first attempts of an event, at most so many milliseconds; not at all while webhooks are held. */
  async firstAttempts(event: string, atMost: number): Promise<void> {
    if (this.#held || this.#closed) return
    this.#sendDue()
    const attempts = this.#rows.untried(event).map((id) => this.#inFlight.get(id) ?? Promise.resolve())
    const timeout = new Promise<void>((resolve) => void setTimeout(resolve, atMost).unref())
    await Promise.race([Promise.all(attempts), timeout])
  }

  /** Holds all webhooks back, or lets them go. */
  hold(held: boolean): void {
    this.#held = held
    this.wake()
  }

  /** Looks for due deliveries soon; the caller's transaction is over by then. */
  wake(): void {
    this.#sleep(0)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #sleep(milliseconds: number): void {
    clearTimeout(this.#timer)
    if (this.#closed || this.#held) return
    const delay = Math.max(0, Math.min(milliseconds, longestSleep))
    this.#timer = setTimeout(() => this.#sendDue(), delay)
    this.#timer.unref()
  }

  #sendDue(): void {
    for (const delivery of this.#rows.due(this.#clock(), mostAtOnce + this.#inFlight.size)) {
      if (this.#inFlight.size >= mostAtOnce) return
      if (!this.#inFlight.has(delivery.id)) this.#inFlight.set(delivery.id, this.#deliver(delivery))
    }
    this.#sleep(this.#rows.nextDue([...this.#inFlight.keys()]) - this.#clock())
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const status = await this.#attempt(delivery)
    if (this.#closed) return
    this.#inFlight.delete(delivery.id)
    this.#rows.settle(delivery, status, this.#clock())
    this.wake()
  }
}
