// Asks the shop a few times a second how it is, while it is in trouble and while it is not: a write, a page, a file.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { signatureOf } from '../deliver.ts'
import type { Ledger } from '../kills/ledger.ts'
import type { Redelivery } from '../kills/redelivery.ts'
import { eventOf } from '../lives/stripe-objects.ts'
import { webhookSecret } from '../shops.ts'
import { tardiness } from '../tardiness.ts'

/** One answer; status 0: none came. Times as of performance.now(). */
export interface Probe {
  readonly what: 'webhook' | 'page' | 'file'
  readonly sentAt: number
  readonly answeredAt: number
  /** How long it took, in milliseconds, without what the machine was late. */
  readonly ms: number
  readonly status: number
  readonly retryAfter: string | null
}

const description = 'long '.repeat(6_000)

interface Asked {
  readonly shopUrl: string
  readonly ledger: Ledger
  readonly redelivery: Redelivery
}

/** Probes from its making until `stop`. */
export class Prober {
  readonly probes: Probe[] = []
  readonly #asked: Asked
  readonly #running: Promise<unknown>
  #going = true

  constructor(asked: Asked) {
    this.#asked = asked
    const { shopUrl } = asked
    this.#running = Promise.all([
      this.#repeat(() => this.#postEvent(), 60),
      this.#repeat(() => this.#postEvent(), 90),
      this.#repeat(() => this.#ask('page', `${shopUrl}/en`), 150),
      this.#repeat(() => this.#ask('file', `${shopUrl}/icon.svg`), 50),
    ])
  }

  async stop(): Promise<void> {
    this.#going = false
    await this.#running
  }

  async #repeat(probe: () => Promise<unknown>, everyMs: number): Promise<void> {
    while (this.#going) {
      await probe()
      await pause(everyMs)
    }
  }

  // Of a type that means nothing to the shop, which keeps it all the same. Too long for the room that happens to be left.
  async #postEvent(): Promise<void> {
    const { shopUrl, ledger, redelivery } = this.#asked
    const created = Math.floor(Date.now() / 1000)
    const event = eventOf(`evt_probe_${randomUUID()}`, 'customer.created', {
      object: { id: 'cus_probe', object: 'customer', description },
      created,
    })
    const body = JSON.stringify(event)
    const headers = { 'Stripe-Signature': signatureOf(body, webhookSecret) }
    const status = await this.#ask('webhook', `${shopUrl}/api/webhooks/stripe`, {
      method: 'POST',
      body,
      headers,
    })
    if (status === 200) ledger.acknowledged.add(event.id)
    // Whatever became of it, Stripe would send it again.
    redelivery.add(event)
  }

  async #ask(what: Probe['what'], url: string, request: RequestInit = {}): Promise<number> {
    const [sentAt, lateBefore] = [performance.now(), tardiness()]
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(30_000) }).catch(() => null)
    await answer?.arrayBuffer().catch(() => null)
    const [status, retryAfter] = [answer?.status ?? 0, answer?.headers.get('retry-after') ?? null]
    const answeredAt = performance.now()
    const ms = answeredAt - sentAt - (tardiness() - lateBefore)
    this.probes.push({ what, sentAt, answeredAt, ms, status, retryAfter })
    return status
  }
}
