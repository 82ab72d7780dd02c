// One shop with everything of its own, so that several can be waited for at once: a database, a Local Stripe, a proxy that breaks.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../../e2e/server.ts'
import { type LocalStripe, startLocalStripe } from '../../../local-stripe/start-local-stripe.ts'
import { openStore, type Store } from '../databases.ts'
import { preload } from '../kills/keep-killing.ts'
import { type Shop, startShop } from '../shops.ts'
import { FaultyProxy } from './faulty-proxy.ts'

interface Place {
  readonly databaseUrl: string
  readonly stripeUrl: string
  readonly port: number
  readonly folder: string
}

export class Lane {
  readonly stripe: LocalStripe
  readonly proxy: FaultyProxy
  readonly store: Store
  readonly #place: Place
  #shop: Shop | null = null

  private constructor(parts: Pick<Lane, 'stripe' | 'proxy' | 'store'>, place: Place) {
    this.stripe = parts.stripe
    this.proxy = parts.proxy
    this.store = parts.store
    this.#place = place
  }

  /** Opens a lane over a database that is ready, with its files in `folder`. */
  static async open(databaseUrl: string, folder: string): Promise<Lane> {
    mkdirSync(folder, { recursive: true })
    const stripe = await startLocalStripe({ port: 0, data: ':memory:' })
    const proxy = new FaultyProxy({ stripeUrl: stripe.url, refusal: join(folder, 'refuse') })
    const stripeUrl = await proxy.open()
    const store = await openStore(databaseUrl)
    return new Lane({ stripe, proxy, store }, { databaseUrl, stripeUrl, port: await freePort(), folder })
  }

  /** The shop, running; started anew when it was killed. */
  async shop(): Promise<Shop> {
    if (this.#shop && !this.#shop.ended()) return this.#shop
    return this.restart({})
  }

  /** Ends the shop when it runs, and starts it with these settings besides its own. */
  async restart(env: Readonly<Record<string, string>>): Promise<Shop> {
    const { folder, ...place } = this.#place
    await this.#shop?.stop()
    const given = { MAIL_FOLDER: join(folder, 'mail'), TORTURE_REFUSE: join(folder, 'refuse'), ...env }
    this.#shop = await startShop({ ...place, preload, env: given })
    return this.#shop
  }

  async close(): Promise<void> {
    await this.#shop?.stop()
    await this.store.close()
    this.proxy.close()
    await this.stripe.close()
  }
}
