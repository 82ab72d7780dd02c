// Stripe's side of the webhooks: every event is posted until the shop takes it, several at a time, and some once more.
import { setTimeout as pause } from 'node:timers/promises'
import { post, signatureOf } from '../deliver.ts'
import type { StripeEvent } from '../lives/stripe-objects.ts'
import type { Random } from '../random.ts'
import { type LocalStripe, webhookSecret } from '../shops.ts'
import { followEvents } from './event-feed.ts'
import { type Ledger, noteAnswer } from './ledger.ts'

interface Delivering {
  readonly stripe: LocalStripe
  readonly webhookUrl: string
  readonly ledger: Ledger
  readonly random: Random
}

const workers = 6

/** Delivers all events of Local Stripe to the shop, from its making until `stop`. */
export class Redelivery {
  /** Every event so far. */
  readonly events: StripeEvent[] = []
  /** How far the clock that signatures are stamped with is ahead, in seconds. */
  ahead = 0
  readonly #delivering: Delivering
  readonly #queue: { event: StripeEvent; due: number }[] = []
  readonly #newEvents: () => Promise<StripeEvent[]>
  readonly #running: Promise<unknown>
  #going = true
  #inFlight = 0

  constructor(delivering: Delivering) {
    this.#delivering = delivering
    this.#newEvents = followEvents(delivering.stripe)
    this.#running = Promise.all([this.#feed(), ...Array.from({ length: workers }, () => this.#work())])
  }

  /** Delivers an event that is not in Stripe's list. */
  add(event: StripeEvent): void {
    this.events.push(event)
    this.#queue.push({ event, due: 0 })
  }

  /** Resolves when the shop has taken every event there is by then. Throws when it has not within `seconds`. */
  async allTaken(seconds: number): Promise<void> {
    const deadline = Date.now() + seconds * 1000
    // Time for the feed to hear of the last ones.
    await pause(500)
    while (this.#isAnyLeft()) {
      if (Date.now() > deadline) throw new Error(`The shop did not take all events within ${seconds} s`)
      await pause(50)
    }
  }

  /** Delivers nothing more. */
  async stop(): Promise<void> {
    this.#going = false
    await this.#running
  }

  #isAnyLeft(): boolean {
    const { acknowledged } = this.#delivering.ledger
    return this.#inFlight > 0 || this.events.some(({ id }) => !acknowledged.has(id))
  }

  async #feed(): Promise<void> {
    while (this.#going) {
      const fresh = await this.#newEvents()
      this.events.push(...fresh)
      this.#queue.push(...fresh.map((event) => ({ event, due: 0 })))
      await pause(40)
    }
  }

  async #work(): Promise<void> {
    while (this.#going) {
      const index = this.#queue.findIndex(({ due }) => due <= Date.now())
      const [next] = index < 0 ? [] : this.#queue.splice(index, 1)
      if (next) await this.#attempt(next.event)
      else await pause(10)
    }
  }

  async #attempt(event: StripeEvent): Promise<void> {
    const { webhookUrl, ledger, random } = this.#delivering
    const body = JSON.stringify(event)
    const at = Math.floor(Date.now() / 1000) + this.ahead
    this.#inFlight += 1
    const answer = await post(webhookUrl, body, {
      'Stripe-Signature': signatureOf(body, webhookSecret, at),
    })
    this.#inFlight -= 1
    noteAnswer(ledger, 'webhook', answer)
    const taken = answer.status >= 200 && answer.status < 300
    if (taken) ledger.acknowledged.add(event.id)
    const pauseMs = taken ? 1500 : random.integer(100, 250)
    if (!taken || random.chance(0.08)) this.#queue.push({ event, due: Date.now() + pauseMs })
  }
}
