// Everybody who listens with `stripe listen`. The CLI acknowledges each event at once; what it has not acknowledged
// is sent again when it connects again under the same id. A listener who stays away is forgotten.
import { newId } from '../store/new-id.ts'
import type { Event } from '../store/stripe-types.ts'
import { eventFrame, type Frame } from './event-frame.ts'

export type Connection = { send(text: string): void; close(code: number, reason: string): void }
type Listener = {
  id: string
  secret: string
  connection: Connection | null
  unacknowledged: Map<string, Frame>
  lastSeen: number
}

const forgottenAfter = 10 * 60 * 1000
const mostUnacknowledged = 1000

/** The listeners of one server; `render` gives an event's payload in a version, null for the account's own. */
export class Listeners {
  readonly #clock: () => number
  readonly #render: (event: Event, version: string | null) => string
  readonly #byId = new Map<string, Listener>()

  constructor(options: { clock: () => number; render: (event: Event, version: string | null) => string }) {
    this.#clock = options.clock
    this.#render = options.render
  }

  /** A new listener with its signing secret; gives the id under which it will connect. */
  register(secret: string): string {
    this.#forget()
    const id = newId('cliws_', 24)
    const lastSeen = this.#clock()
    this.#byId.set(id, { id, secret, connection: null, unacknowledged: new Map(), lastSeen })
    return id
  }

  /** How many are connected or expected back. */
  count(): number {
    return this.#byId.size
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  /** Takes a listener's socket, in place of an older one, and sends what it has missed. */
  connect(id: string, connection: Connection): void {
    const listener = this.#byId.get(id)
    if (listener === undefined) return
    listener.connection?.close(1001, 'Connected elsewhere')
    listener.connection = connection
    for (const frame of listener.unacknowledged.values()) connection.send(JSON.stringify(frame))
  }

  disconnect(id: string, connection: Connection): void {
    const listener = this.#byId.get(id)
    if (listener?.connection !== connection) return
    listener.connection = null
    listener.lastSeen = this.#clock()
  }

  /** Takes what a listener says: acknowledgements matter, its shop's answers do not. */
  hear(id: string, text: string): void {
    const conversation = acknowledged(text)
    if (conversation !== null) this.#byId.get(id)?.unacknowledged.delete(conversation)
  }

  /** Sends an event to every listener. */
  publish(event: Event): void {
    this.#forget()
    for (const listener of this.#byId.values()) {
      for (const version of [null, event.api_version]) {
        const payload = this.#render(event, version)
        const at = Math.floor(this.#clock() / 1000)
        const frame = eventFrame({ payload, version, secret: listener.secret, at })
        if (listener.unacknowledged.size < mostUnacknowledged) {
          listener.unacknowledged.set(frame.webhook_conversation_id, frame)
        }
        listener.connection?.send(JSON.stringify(frame))
      }
    }
  }

  close(): void {
    for (const listener of this.#byId.values()) listener.connection?.close(1001, 'Local Stripe is going down')
    this.#byId.clear()
  }

  #forget(): void {
    for (const [id, listener] of this.#byId) {
      const away = listener.connection === null && listener.lastSeen + forgottenAfter < this.#clock()
      if (away) this.#byId.delete(id)
    }
  }
}

function acknowledged(text: string): string | null {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said !== 'object' || said === null || !('type' in said) || said.type !== 'event_ack')
      return null
    return 'webhook_conversation_id' in said ? String(said.webhook_conversation_id) : null
  } catch {
    return null
  }
}
