// Sends the webhooks that are due, twenty at a time to each endpoint, each until it is taken: one endpoint that hangs
// keeps no other waiting. They stand in the database: what a restart finds undelivered is delivered after it.
import type { DatabaseSync } from 'node:sqlite'
import { prepareDeliveryCounts, type DeliveryCounts } from './delivery-counts.ts'
import type { DeliveryFault, DeliveryFaults } from './delivery-faults.ts'
import { prepareDeliveryRows, type Delivery, type DeliveryRows } from './delivery-rows.ts'
import type { WebhookAnswer } from './post-webhook.ts'
import type { RetrySchedule } from './retry-delay.ts'

/** Sends one delivery and gives the endpoint's answer; null when it is not to be sent any more. */
export type Attempt = (delivery: Delivery) => Promise<WebhookAnswer | null>
export type DeliverySettings = { held: boolean; retries: RetrySchedule }

const mostAtOnce = 20
const longestSleep = 60_000

/** The worker over an open database: `clock` in milliseconds. */
export class Deliveries {
  readonly #rows: DeliveryRows
  readonly #counts: DeliveryCounts
  readonly #clock: () => number
  readonly #attempt: Attempt
  readonly #faults: DeliveryFaults
  readonly #waiting = new Map<number, () => void>()
  #inFlight = new Map<number, string>()
  #timer: NodeJS.Timeout | undefined
  #settings: DeliverySettings = { held: false, retries: 'sandbox' }
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
    return { held: this.#settings.held, ...this.#counts.total(this.#clock()) }
  }

  /** When the next webhook is sent that is not due yet, in milliseconds since 1970; Infinity when none waits. */
  nextRetry(): number {
    return this.#counts.nextAfter(this.#clock())
  }

  /** Forgets what an endpoint has not taken yet. */
  drop(endpoint: string): void {
    this.#rows.drop(endpoint)
  }

  /** Waits for the first attempts of an event, at most so many milliseconds; not at all while webhooks are held. */
  async firstAttempts(event: string, atMost: number): Promise<void> {
    if (this.#settings.held || this.#closed) return
    this.#sendDue()
    const untried = this.#counts.untried(event, this.#clock())
    if (untried.length === 0) return
    const attempts = untried.map((id) => new Promise<void>((resolve) => void this.#waiting.set(id, resolve)))
    const timeout = new Promise<void>((resolve) => void setTimeout(resolve, atMost).unref())
    await Promise.race([Promise.all(attempts), timeout])
    for (const id of untried) this.#waiting.delete(id)
  }

  /** Whether all webhooks are held back, and how the untaken ones are tried again. */
  get settings(): DeliverySettings {
    return this.#settings
  }

  set(settings: Partial<DeliverySettings>): void {
    this.#settings = { ...this.#settings, ...settings }
    this.wake()
  }

  /** Begins anew over rows that were replaced: what was on its way says nothing about them. */
  startOver(): void {
    this.#inFlight = new Map()
    for (const resolve of this.#waiting.values()) resolve()
    this.#waiting.clear()
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
    if (this.#closed || this.#settings.held) return
    const delay = Math.max(0, Math.min(milliseconds, longestSleep))
    this.#timer = setTimeout(() => this.#sendDue(), delay)
    this.#timer.unref()
  }

  #sendDue(): void {
    let next = Number.POSITIVE_INFINITY
    for (const endpoint of this.#rows.endpoints()) {
      const free = mostAtOnce - this.#sending(endpoint).length
      const due = { endpoint, except: this.#sending(endpoint), now: this.#clock(), count: free }
      for (const delivery of free > 0 ? this.#rows.due(due) : []) this.#send(delivery)
      const sending = this.#sending(endpoint)
      if (sending.length >= mostAtOnce) continue
      next = Math.min(next, this.#rows.nextDue({ endpoint, except: sending }))
    }
    this.#sleep(next - this.#clock())
  }

  #sending(endpoint: string): number[] {
    return [...this.#inFlight].filter(([, one]) => one === endpoint).map(([id]) => id)
  }

  #send(delivery: Delivery): void {
    const fault = this.#faults.take(delivery.id, () => this.#counts.typeOf(delivery.event))
    if (fault !== null) this.#suffer(delivery, fault)
    if (fault === null || fault.fault === 'duplicate') void this.#deliver(delivery)
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
    const inFlight = this.#inFlight
    inFlight.set(delivery.id, delivery.endpoint)
    const at = this.#clock()
    const answer = await this.#attempt(delivery)
    if (this.#closed || inFlight !== this.#inFlight) return
    inFlight.delete(delivery.id)
    this.#settle(delivery, { at, answer })
    this.#waiting.get(delivery.id)?.()
    this.wake()
  }

  #settle(delivery: Delivery, { at, answer }: { at: number; answer: WebhookAnswer | null }): void {
    if (answer === null) {
      this.#rows.lose(delivery.id, 'failed')
      return
    }
    this.#rows.settle(delivery, { at, answer }, { now: this.#clock(), schedule: this.#settings.retries })
  }
}
