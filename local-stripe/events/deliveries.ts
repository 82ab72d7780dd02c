// Sends the webhooks that are due, twenty at a time, each until it is taken. They stand in the database: what a
// restart finds undelivered is delivered after it.
import type { DatabaseSync } from 'node:sqlite'
import { prepareDeliveryCounts, type DeliveryCounts } from './delivery-counts.ts'
import type { DeliveryFault, DeliveryFaults } from './delivery-faults.ts'
import { prepareDeliveryRows, type Delivery, type DeliveryRows } from './delivery-rows.ts'

/** Sends one delivery; gives the HTTP status, or null when there was no answer. */
export type Attempt = (delivery: Delivery) => Promise<number | null>

const mostAtOnce = 20
const longestSleep = 60_000

/** The worker over an open database: `clock` in milliseconds. */
export class Deliveries {
  readonly #rows: DeliveryRows
  readonly #counts: DeliveryCounts
  readonly #clock: () => number
  readonly #attempt: Attempt
  readonly #faults: DeliveryFaults
  readonly #inFlight = new Set<number>()
  readonly #waiting = new Map<number, () => void>()
  #timer: NodeJS.Timeout | undefined
  #held = false
  #closed = false

  constructor(options: {
    database: DatabaseSync
    clock: () => number
    attempt: Attempt
    faults: DeliveryFaults
  }) {
    this.#rows = prepareDeliveryRows(options.database)
    this.#counts = prepareDeliveryCounts(options.database)
    this.#clock = options.clock
    this.#attempt = options.attempt
    this.#faults = options.faults
  }

  add(delivery: { event: string; endpoint: string }): void {
    this.#rows.add(delivery, this.#clock())
    this.wake()
  }

  /** How many endpoints have not yet taken an event. */
  pending(event: string): number {
    return this.#counts.endpointsLeft(event)
  }

  /** Whether webhooks are held, how many are not settled, how many of those need no waiting, how many were given up. */
  state(): { held: boolean; pending: number; due: number; failed: number } {
    return { held: this.#held, ...this.#counts.total(this.#clock()) }
  }

  /** Forgets what an endpoint has not taken yet. */
  drop(endpoint: string): void {
    this.#rows.drop(endpoint)
  }

  /** Waits for the first attempts of an event, at most so many milliseconds; not at all while webhooks are held. */
  async firstAttempts(event: string, atMost: number): Promise<void> {
    if (this.#held || this.#closed) return
    this.#sendDue()
    const untried = this.#counts.untried(event, this.#clock())
    if (untried.length === 0) return
    const attempts = untried.map((id) => new Promise<void>((resolve) => void this.#waiting.set(id, resolve)))
    const timeout = new Promise<void>((resolve) => void setTimeout(resolve, atMost).unref())
    await Promise.race([Promise.all(attempts), timeout])
    for (const id of untried) this.#waiting.delete(id)
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
      if (this.#inFlight.has(delivery.id)) continue
      const fault = this.#faults.take(delivery.id, () => this.#counts.typeOf(delivery.event))
      if (fault !== null) this.#suffer(delivery, fault)
      if (fault === null || fault.fault === 'duplicate') void this.#deliver(delivery)
    }
    this.#sleep(this.#rows.nextDue([...this.#inFlight]) - this.#clock())
  }

  #suffer(delivery: Delivery, fault: DeliveryFault): void {
    switch (fault.fault) {
      case 'duplicate':
        this.#faults.spare(this.#rows.add(delivery, this.#clock()))
        return
      case 'delay':
        this.#rows.postpone(delivery.id, Math.ceil(this.#clock() + fault.delay))
        break
      case 'drop':
      case 'swallow':
      default:
        this.#rows.lose(delivery.id, fault.fault === 'swallow' ? 'delivered' : 'failed')
    }
    this.#waiting.get(delivery.id)?.()
  }

  async #deliver(delivery: Delivery): Promise<void> {
    this.#inFlight.add(delivery.id)
    const status = await this.#attempt(delivery)
    if (this.#closed) return
    this.#inFlight.delete(delivery.id)
    this.#rows.settle(delivery, status, this.#clock())
    this.#waiting.get(delivery.id)?.()
    this.wake()
  }
}
