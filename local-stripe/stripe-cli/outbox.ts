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
/** How long a listener that comes back may take to acknowledge what it got before, so that it gets nothing twice. */
const grace = 1000

/** The frames of one listener, in order. */
export class Outbox {
  readonly #owed = new Map<string, Owed>()
  #connection: Connection | null = null
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
    const unanswered: string[] = []
    for (const [key, owed] of this.#owed) {
      if (owed.sent) unanswered.push(key)
      else this.#send(key, owed)
    }
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.#sendAgain(unanswered), grace).unref()
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

  #sendAgain(keys: string[]): void {
    for (const key of keys) {
      const owed = this.#owed.get(key)
      if (owed !== undefined) this.#send(key, owed)
    }
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
