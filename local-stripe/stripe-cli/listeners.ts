// Everybody who listens with `stripe listen` or `stripe logs tail`. The CLI acknowledges at once; what it has not
// acknowledged is sent again when it connects again under the same id. A listener who stays away is forgotten.
import type { LoggedRequest } from '../control/request-log.ts'
import { newId } from '../store/new-id.ts'
import type { Event } from '../store/stripe-types.ts'
import { logFrame } from './frames.ts'
import { passes, type LogFilters } from './log-filters.ts'
import { oweEvent, type Making } from './owe-event.ts'
import { Outbox, type Connection } from './outbox.ts'
import type { ListenerMemory } from './remember-listeners.ts'

export const features = ['webhooks', 'v2_events', 'request_logs'] as const
export type Feature = (typeof features)[number]
export type Wish = { features: readonly Feature[]; secret: string; filters: LogFilters; destination: string }
/** `told` is the newest event when the outbox was last filled. */
type Listener = { id: string; wish: Wish; outbox: Outbox; told: string | null; lastSeen: number }
type Options = Making & {
  /** Now, in real milliseconds: how long somebody is away has nothing to do with a clock that a test moves. */
  now: () => number
  memory: ListenerMemory
}

const forgottenAfter = 10 * 60 * 1000
const mostMissed = 20_000
const writtenAfter = 1000

/** The listeners of one server. */
export class Listeners {
  readonly #options: Options
  readonly #byId = new Map<string, Listener>()
  #happened: string[] = []
  #writing: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: Options) {
    this.#options = options
    for (const { id, wish, event, acknowledged } of options.memory.load()) {
      const listener = this.#add({ id, wish, told: this.#newest() })
      for (const missed of this.#since(event, acknowledged)) oweEvent(options, listener, missed)
    }
  }

  /** A new listener with what it wants; gives the id under which it will connect. */
  register(wish: Omit<Wish, 'destination'>): string {
    this.#forget()
    const id = newId('cliws_', 24)
    const destination = newId('ed_test_61', 36)
    this.#add({ id, wish: { ...wish, destination }, told: this.#newest() })
    this.#write()
    return id
  }

  /** How many who want events are connected or expected back. */
  count(): number {
    return [...this.#byId.values()].filter(({ wish }) => wantsEvents(wish)).length
  }

  /** How many of these have a socket open now. */
  countConnected(): number {
    const all = [...this.#byId.values()]
    return all.filter(({ wish, outbox }) => wantsEvents(wish) && outbox.isConnected()).length
  }

  /** What the listener of an id asked for; null when nobody has the id. */
  featuresOf(id: string): readonly Feature[] | null {
    return this.#byId.get(id)?.wish.features ?? null
  }

  connect(id: string, connection: Connection): void {
    this.#byId.get(id)?.outbox.connect(connection)
  }

  /** A connected listener has said all that it had to say from before. */
  settle(id: string): void {
    this.#byId.get(id)?.outbox.sendAgain()
  }

  disconnect(id: string, connection: Connection): void {
    const listener = this.#byId.get(id)
    if (listener?.outbox.disconnect(connection) === true) listener.lastSeen = this.#options.now()
  }

  /** Takes an acknowledgement by the key of its frame. */
  acknowledge(id: string, key: string): void {
    this.#byId.get(id)?.outbox.acknowledge(key)
    this.#writeSoon()
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
      if (!listener.wish.features.includes('request_logs') || !passes(listener.wish.filters, request))
        continue
      const id = newId('resp_', 14)
      listener.outbox.add(id, () => logFrame(request, id))
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#write()
    for (const { outbox } of this.#byId.values()) outbox.close('Local Stripe is going down')
    this.#byId.clear()
    this.#happened = []
  }

  #add(listener: { id: string; wish: Wish; told: string | null }): Listener {
    const added = { ...listener, outbox: new Outbox(), lastSeen: this.#options.now() }
    this.#byId.set(listener.id, added)
    return added
  }

  #tell(): void {
    this.#forget()
    // A rollback may have taken one back.
    const ids = this.#happened.splice(0).filter((id) => this.#options.store.find('event', id) !== null)
    const told = this.#newest()
    for (const listener of this.#byId.values()) {
      for (const id of ids) oweEvent(this.#options, listener, id)
      listener.told = told
    }
    this.#writeSoon()
  }

  #newest(): string | null {
    const [event] = this.#options.store.page('event', { where: [], values: [], limit: 1 })
    return event?.id ?? null
  }

  #since(event: string | null, acknowledged: boolean): string[] {
    const before = event ?? undefined
    const later = this.#options.store.page('event', { where: [], values: [], before, limit: mostMissed })
    const ids = later.map(({ id }) => id)
    if (event === null) return ids.toReversed()
    return acknowledged ? ids : [event, ...ids]
  }

  #writeSoon(): void {
    if (this.#closed) return
    this.#writing ??= setTimeout(() => this.#write(), writtenAfter).unref()
  }

  #write(): void {
    clearTimeout(this.#writing)
    this.#writing = undefined
    const all = [...this.#byId.values()].filter(({ wish }) => wantsEvents(wish))
    const remembered = all.map(({ id, wish, outbox, told }) => {
      const oldest = outbox.oldest()
      return { id, wish, event: oldest ?? told, acknowledged: oldest === null }
    })
    this.#options.store.transaction(() => this.#options.memory.save(remembered))
  }

  #forget(): void {
    for (const [id, { outbox, lastSeen }] of this.#byId) {
      if (!outbox.isConnected() && lastSeen + forgottenAfter < this.#options.now()) this.#byId.delete(id)
    }
  }
}

function wantsEvents({ features: wanted }: Wish): boolean {
  return wanted.some((feature) => feature !== 'request_logs')
}
