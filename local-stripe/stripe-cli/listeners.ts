// Everybody who listens with `stripe listen` or `stripe logs tail`. The CLI acknowledges at once; what it has not
// acknowledged is sent again when it connects again under the same id. A listener who stays away is forgotten.
import { newestVersion } from '../api/api-version.ts'
import type { LoggedRequest } from '../control/request-log.ts'
import { newId } from '../store/new-id.ts'
import type { Event } from '../store/stripe-types.ts'
import { logFrame, snapshotFrame, thinFrame, type Frame } from './frames.ts'
import { passes, type LogFilters } from './log-filters.ts'
import { Outbox, type Connection } from './outbox.ts'
import { thinEventOf, thinNotification } from './thin-events.ts'

export const features = ['webhooks', 'v2_events', 'request_logs'] as const
export type Feature = (typeof features)[number]
export type Wish = { features: readonly Feature[]; secret: string; filters: LogFilters }
type Listener = Wish & { id: string; destination: string; outbox: Outbox; lastSeen: number }
type Options = {
  /** Now, in real milliseconds: how long somebody is away has nothing to do with a clock that a test moves. */
  now: () => number
  /** What a signature is dated with, in seconds. */
  signingTime: () => number
  find: (event: string) => Event | null
  /** An event's payload in a version, null for the account's own. */
  render: (event: Event, version: string | null) => string
}

const forgottenAfter = 10 * 60 * 1000

/** The listeners of one server. */
export class Listeners {
  readonly #options: Options
  readonly #byId = new Map<string, Listener>()
  #happened: string[] = []

  constructor(options: Options) {
    this.#options = options
  }

  /** A new listener with what it wants; gives the id under which it will connect. */
  register(wish: Wish): string {
    this.#forget()
    const id = newId('cliws_', 24)
    const destination = newId('ed_test_61', 36)
    this.#byId.set(id, { ...wish, id, destination, outbox: new Outbox(), lastSeen: this.#options.now() })
    return id
  }

  /** How many who want events are connected or expected back. */
  count(): number {
    const all = [...this.#byId.values()]
    return all.filter(({ features: wanted }) => wanted.some((feature) => feature !== 'request_logs')).length
  }

  /** What the listener of an id asked for; null when nobody has the id. */
  featuresOf(id: string): readonly Feature[] | null {
    return this.#byId.get(id)?.features ?? null
  }

  connect(id: string, connection: Connection): void {
    this.#byId.get(id)?.outbox.connect(connection)
  }

  disconnect(id: string, connection: Connection): void {
    const listener = this.#byId.get(id)
    if (listener?.outbox.disconnect(connection) === true) listener.lastSeen = this.#options.now()
  }

  /** Takes an acknowledgement by the key of its frame. */
  acknowledge(id: string, key: string): void {
    this.#byId.get(id)?.outbox.acknowledge(key)
  }

  /** Sends an event to every listener once the transaction that records it is over. */
  publish(event: Event): void {
    if (this.#byId.size === 0) return
    this.#happened.push(event.id)
    if (this.#happened.length === 1) setImmediate(() => this.#tell())
  }

  /** Sends an answered request to everybody who follows the log. */
  publishRequest(request: LoggedRequest): void {
    for (const listener of this.#byId.values()) {
      if (!listener.features.includes('request_logs') || !passes(listener.filters, request)) continue
      const id = newId('resp_', 14)
      listener.outbox.add(id, () => logFrame(request, id))
    }
  }

  close(): void {
    for (const { outbox } of this.#byId.values()) outbox.close('Local Stripe is going down')
    this.#byId.clear()
    this.#happened = []
  }

  #tell(): void {
    this.#forget()
    const ids = this.#happened.splice(0)
    for (const listener of this.#byId.values()) {
      for (const id of ids) {
        if (listener.features.includes('webhooks')) this.#oweSnapshots(listener, id)
        if (listener.features.includes('v2_events')) this.#oweThin(listener, id)
      }
    }
  }

  #oweSnapshots(listener: Listener, id: string): void {
    for (const version of [null, newestVersion]) {
      const conversation = newId('wc_', 24)
      const names = { version, conversation, webhook: newId('wh_', 24) }
      const make = (event: Event) =>
        snapshotFrame(this.#signing(listener, this.#options.render(event, version)), names)
      listener.outbox.add(conversation, () => this.#frameOf(id, make))
    }
  }

  #oweThin(listener: Listener, id: string): void {
    const event = this.#options.find(id)
    const thin = event && thinEventOf(event)
    if (thin === null) return
    const payload = JSON.stringify(thinNotification(thin))
    listener.outbox.add(thin.id, () => thinFrame(this.#signing(listener, payload), listener.destination))
  }

  /** The frame of an event; null when a rollback took the event back. */
  #frameOf(id: string, make: (event: Event) => Frame): Frame | null {
    const event = this.#options.find(id)
    return event && make(event)
  }

  #signing(listener: Listener, payload: string) {
    return { payload, secret: listener.secret, at: this.#options.signingTime() }
  }

  #forget(): void {
    for (const [id, { outbox, lastSeen }] of this.#byId) {
      if (!outbox.isConnected() && lastSeen + forgottenAfter < this.#options.now()) this.#byId.delete(id)
    }
  }
}
