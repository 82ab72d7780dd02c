// The shop's limits. A real shopper never meets one; a bot does at once. They hold for one process: behind several, each has
// its own.
import { type Asked, type Rate, rateLimit } from './rate-limit.ts'

/** Whose tokens are taken, in this order: who is refused takes none of what is everybody's. */
interface Rates {
  readonly address?: Rate
  readonly shopper?: Rate
  /** Of one address about one subject. */
  readonly addressed?: Rate
  readonly subject?: Rate
  readonly together?: Rate
}

const rates = {
  // Asks Stripe, and holds stock. Together they stay below what Stripe takes: https://docs.stripe.com/rate-limits
  checkout: {
    address: { burst: 60, perMinute: 30 },
    shopper: { burst: 30, perMinute: 20 },
    together: { burst: 300, perMinute: 1_200 },
  },
  // Units on hold, a token for each: what is held for one is not there for others. A checkout of more than 300 is never served.
  hold: { address: { burst: 300, perMinute: 20 } },
  // The cart, language and currency: cookies, and a look at the prices of one cart.
  change: {
    address: { burst: 120, perMinute: 120 },
    shopper: { burst: 60, perMinute: 60 },
    together: { burst: 2_000, perMinute: 12_000 },
  },
  // An order or a session looked up by what stands in an address; may ask Stripe.
  look: {
    address: { burst: 60, perMinute: 60 },
    shopper: { burst: 60, perMinute: 60 },
    together: { burst: 500, perMinute: 3_000 },
  },
  // A receipt sent once more: a message in somebody's mailbox, whoever asks for it.
  resend: { address: { burst: 6, perMinute: 2 }, together: { burst: 60, perMinute: 120 } },
  // An order looked up by its number and an e-mail address: one may know the one and guess at the other.
  find: { address: { burst: 10, perMinute: 3 }, together: { burst: 200, perMinute: 600 } },
  // Whoever knows the number alone is stopped soon, and takes little of what is everybody's: a dozen of them together cannot keep
  // its owner out.
  guess: { addressed: { burst: 5, perMinute: 0.25 }, subject: { burst: 60, perMinute: 4 } },
  // A shared picture that is not kept: the setting of its words holds up the process for some milliseconds.
  draw: { address: { burst: 20, perMinute: 20 }, together: { burst: 60, perMinute: 60 } },
  // The catalogue as a whole, a part of the sitemap for each token.
  crawl: { address: { burst: 60, perMinute: 20 }, together: { burst: 120, perMinute: 60 } },
  // Events with a wrong signature. Those with a right one know no limit.
  forgery: { together: { burst: 600, perMinute: 600 } },
} as const satisfies Record<string, Rates>

export type Deed = keyof typeof rates

export interface Doer {
  readonly address: string | null
  /** The hash of the shopper cookie; null for a newcomer. */
  readonly shopper: string | null
  /** What it is about, if that is what counts. */
  readonly subject?: string | null
}

export type Limits = Readonly<Record<Deed, (doer: Doer, now: number, asked?: Asked) => number>>

/** Limits of which nobody has taken anything. Each gives 0, or how many milliseconds are to wait. */
export function newLimits(): Limits {
  const { checkout, hold, change, look, resend, find, guess, draw, crawl, forgery } = rates
  return {
    checkout: limitOf(checkout),
    hold: limitOf(hold),
    change: limitOf(change),
    look: limitOf(look),
    resend: limitOf(resend),
    find: limitOf(find),
    guess: limitOf(guess),
    draw: limitOf(draw),
    crawl: limitOf(crawl),
    forgery: limitOf(forgery),
  }
}

function limitOf(of: Rates): Limits[Deed] {
  const [address, shopper] = [takeAt(of.address), takeAt(of.shopper)]
  const [addressed, subject, together] = [takeAt(of.addressed), takeAt(of.subject), takeAt(of.together)]
  return (doer, now, asked) =>
    address(doer.address, now, asked) ||
    shopper(doer.shopper, now, asked) ||
    addressed(bothOf(doer), now, asked) ||
    subject(doer.subject ?? null, now, asked) ||
    together('', now, asked)
}

function bothOf({ address, subject = null }: Doer): string | null {
  return address === null || subject === null ? null : `${address} ${subject}`
}

function takeAt(
  rate: Rate | undefined,
): (key: string | null, ...rest: [now: number, asked?: Asked]) => number {
  const limit = rate && rateLimit(rate)
  return (key, ...rest) => (limit && key !== null ? limit.take(key, ...rest) : 0)
}
