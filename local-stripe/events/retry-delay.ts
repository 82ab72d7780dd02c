// When a webhook that was not taken is tried again. Stripe says "up to three days" without the steps; here the first
// ones come within seconds, so that a shop which was just restarting heals while one looks on.

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const delays = [
  second,
  3 * second,
  10 * second,
  30 * second,
  2 * minute,
  10 * minute,
  hour,
  3 * hour,
  8 * hour,
  24 * hour,
  36 * hour,
]

/** Milliseconds until the next attempt after so many failed ones; null when there will be none. */
export function retryDelay(failedAttempts: number): number | null {
  return delays[failedAttempts - 1] ?? null
}
