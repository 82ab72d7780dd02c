import { settings } from '#env'
import { readCookies } from '../_lib/market.ts'
import { knownShopper } from '../_lib/cookies/shopper.ts'
import { addressHeader } from './address-header.ts'
import { type Deed, type Limits, newLimits } from './limits.ts'

const kept = Symbol.for('kiosk.limits')

interface Taking {
  /** How many tokens: for `hold`, as many as units. */
  readonly cost?: number
  /** What the deed is about, where that is limited: for `guess`, the number of an order. */
  readonly subject?: string
  /** In milliseconds of any clock that never goes back. */
  readonly now?: number
}

/**
 * Takes the tokens that a request needs for `deed`, one unless told. Gives 0, or how many seconds it has to wait for them; then
 * it must not be served.
 */
export function secondsToWait(
  deed: Deed,
  headers: Headers,
  { cost = 1, subject = '', now = performance.now() }: Taking = {},
): number {
  if (settings().rateLimits === 'off') return 0
  const shopper = knownShopper(readCookies(headers.get('cookie')).get('shopper'))
  const doer = { address: headers.get(addressHeader), shopper, subject }
  return Math.ceil(limits()[deed](doer, now, { cost }) / 1000)
}

// The build makes a module anew for each route: all of them share what has been taken.
function limits(): Limits {
  const shared = globalThis as { [kept]?: Limits }
  shared[kept] ??= newLimits()
  return shared[kept]
}
