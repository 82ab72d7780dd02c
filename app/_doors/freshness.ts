// Which kept pages a change of the catalogue has made old. Every process finds out by itself, by asking the database for the
// catalogue's edition: at most twice a second, and only while somebody looks at pages.
import { changedSince, currentEdition } from '#domain/catalogue/edition-store'

const pauseMs = 500
// A page may be made of what was read before a change and be kept after it was noticed: for a while none is trusted.
const doubtMs = 2_000
const mostChanged = 1_000
const unknown = -1

export interface ShownPage {
  /** Its path within the app. */
  readonly path: string
  readonly html: string
  /** Milliseconds. */
  readonly keptAt: number
}

export interface Freshness {
  /** Notices what has changed. Call it before a page is looked for: one that is made now must not be older than the watch. */
  look(): Promise<void>
  /** Whether a page that was kept shows what is no longer so. */
  isOld(page: ShownPage): boolean
}

export interface Editions {
  readonly currentEdition: typeof currentEdition
  readonly changedSince: typeof changedSince
}

/** Keeps watch over the catalogue's edition. `clock` gives milliseconds. */
export function createFreshness(
  clock: () => number = Date.now,
  editions: Editions = { currentEdition, changedSince },
): Freshness {
  const changes = new Changes()
  let edition: number | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> = Promise.resolve()

  async function ask(): Promise<void> {
    const current = await editions.currentEdition()
    if (edition !== null && current !== edition) {
      const slugs = await editions.changedSince(edition, mostChanged)
      changes.add(slugs, clock())
    }
    edition = current
  }

  return {
    async look() {
      if (clock() >= lookedAt + pauseMs) {
        lookedAt = clock()
        // A page that may be old is better than none: the shop says so itself when it cannot read the database. Whatever
        // was so before the first answer is not known to be so any more.
        looking = ask().catch(() => {
          edition ??= unknown
        })
      }
      await looking
    },
    isOld({ path, html, keptAt }) {
      const isNewer = (change: number) => change + doubtMs > keptAt
      return isNewer(changes.last) && isNewer(changes.at(path, html))
    },
  }
}

/** When what a page shows last changed, as far as it was noticed. */
class Changes {
  readonly #bySlug = new Map<string, number>()
  /** When anything did. */
  last = Number.NEGATIVE_INFINITY
  #everything = Number.NEGATIVE_INFINITY

  add(slugs: readonly string[], now: number): void {
    this.last = now
    // A change of no product is one of what all of them share: a collection's name, what it costs to be sent.
    if (slugs.length === 0 || slugs.length >= mostChanged || this.#bySlug.size >= mostChanged) {
      this.#everything = now
      this.#bySlug.clear()
    }
    for (const slug of slugs) this.#bySlug.set(slug, now)
  }

  // A product's page shows that product, and those that it leads to; every other page of the catalogue may show any.
  at(path: string, html: string): number {
    const [, slug] = /^\/[\w-]+\/[a-z]{3}\/products\/([\w-]+)/.exec(path) ?? []
    if (slug === undefined) return this.last
    const linked = [...html.matchAll(/ href="[^"]*\/products\/([\w-]+)/g)].map(([, other = '']) => other)
    const changes = [slug, ...linked].map((each) => this.#bySlug.get(each) ?? Number.NEGATIVE_INFINITY)
    return Math.max(this.#everything, ...changes)
  }
}
