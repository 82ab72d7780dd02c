import { settings } from '#env'
import { readCookies } from '../_lib/market.ts'
import { knownShopper } from '../_lib/shopper.ts'
import { addressHeader } from './address-header.ts'
import { type Deed, type Limits, newLimits } from './limits.ts'

const kept = Symbol.for('kiosk.limits')

/**
 * Takes the token that a request needs for `deed`. Gives 0, or how many seconds it has to wait for one; then it must not be
 * served. `now` is in milliseconds of any clock that never goes back.
 */
export function secondsToWait(deed: Deed, headers: Headers, now = performance.now()): number {
  if (settings().rateLimits === 'off') return 0
  const shopper = knownShopper(readCookies(headers.get('cookie')).get('shopper'))
  return Math.ceil(limits()[deed]({ address: headers.get(addressHeader), shopper }, now) / 1000)
}

// The build makes a module anew for each route: all of them share what has been taken.
function limits(): Limits {
  const shared = globalThis as { [kept]?: Limits }
  shared[kept] ??= newLimits()
  return shared[kept]
}
