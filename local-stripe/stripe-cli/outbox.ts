// What one listener is owed: each frame until it is acknowledged. Only names are kept; payloads are made when they are
// sent, so that a long absence costs little memory and a signature is never old.
import type { Frame } from './frames.ts'

export type Connection = {
  isOpen(): boolean
  send(text: string): void
  close(code: number, reason: string): void
}
type Owed = { make: () => Frame | null; event: string | null; sent: boolean }

const most = 20_000
/** How long to wait for a ping of a listener that never sends one. */
const longestSilence = 5000

/** The frames of one listener, in order. */
export class Outbox {
  readonly #owed = new Map<string, Owed>()
  #connection: Connection | null = null
  #unanswered: string[] = []
  #again: NodeJS.Timeout | undefined

  /** Owes a frame, to be acknowledged by its key; `make` gives null when there is nothing to tell any more. */
  add(key: string, make: () => Frame | null, event: string | null = null): void {
    const [oldest] = this.#owed.keys()
    if (this.#owed.size >= most && oldest !== undefined) this.#owed.delete(oldest)
    const owed = { make, event, sent: false }
    this.#owed.set(key, owed)
    this.#send(key, owed)
  }

  /** Forgets what was acknowledged. */
  acknowledge(key: string): void {
    this.#owed.delete(key)
  }

  /** Takes the listener's socket, in place of an older one, and sends what it has missed. */
  connect(connection: Connection): void {
    this.#connection?.close(1001, 'Connected elsewhere')
    this.#connection = connection
    this.#unanswered = []
    for (const [key, owed] of this.#owed) {
      if (owed.sent) this.#unanswered.push(key)
      else this.#send(key, owed)
    }
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.sendAgain(), longestSilence).unref()
  }

  /**
   * Sends what an earlier socket carried and nobody acknowledged. Call it at the first ping: the CLI has by then sent
   * the acknowledgements that it had ready, so that it gets nothing twice without need.
   */
  sendAgain(): void {
    clearTimeout(this.#again)
    for (const key of this.#unanswered.splice(0)) {
      const owed = this.#owed.get(key)
      if (owed !== undefined) this.#send(key, owed)
    }
  }

  /** Gives a socket up; false when another has taken its place. */
  disconnect(connection: Connection): boolean {
    if (this.#connection !== connection) return false
    this.#connection = null
    return true
  }

  /** The first event that was not acknowledged; null when all were. */
  oldest(): string | null {
    for (const { event } of this.#owed.values()) if (event !== null) return event
    return null
  }

  isConnected(): boolean {
    return this.#connection !== null
  }

  close(reason: string): void {
    clearTimeout(this.#again)
    this.#connection?.close(1001, reason)
    this.#owed.clear()
  }

  #send(key: string, owed: Owed): void {
    if (this.#connection?.isOpen() !== true) return
    const frame = owed.make()
    if (frame === null) {
      this.#owed.delete(key)
      return
    }
    owed.sent = true
    this.#connection.send(JSON.stringify(frame))
  }
}
