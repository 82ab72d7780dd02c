// When a discount may end.
import { seconds, type Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'

const mostAhead = 5 * 365 * 24 * 3600

/** Refuses a moment, in seconds, that has passed or is more than five years ahead. */
export function checkMoment(account: Account, moment: number, param: string): void {
  const now = seconds(account)
  if (moment <= now) {
    const message =
      `The parameter \`${param}\` expects a unix timestamp representing a date and time in the future. ` +
      `You specified the value \`${moment}\` which is in the past.`
    throw invalidRequest(message, { param })
  }
  if (moment <= now + mostAhead) return
  throw invalidRequest('Invalid timestamp: can be no more than five years in the future.', { param })
}
