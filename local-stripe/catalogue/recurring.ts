// The recurring part of a price. It is kept and given back; nothing here bills anybody a second time.
import { invalidRequest } from '../api/stripe-error.ts'
import type { Price } from '../store/stripe-types.ts'
import type { PriceParams } from './price-fields.ts'

type RecurringParams = NonNullable<PriceParams['recurring']>

/** Three years at most. */
const longest = { day: 1095, week: 156, month: 36, year: 3 }
const adjectives = { day: 'daily', week: 'weekly', month: 'monthly', year: 'yearly' }

/** The recurring part of a price, null for a one-time price. `path` is where it stands. Throws Stripe's 400s. */
export function recurringOf(
  given: (Pick<RecurringParams, 'interval' | 'interval_count'> & Partial<RecurringParams>) | undefined,
  path = 'recurring',
): Price['recurring'] {
  if (given === undefined) return null
  const { interval, interval_count = 1, trial_period_days = null, usage_type = 'licensed' } = given
  if (usage_type === 'metered') {
    throw invalidRequest(
      'Starting with Stripe version `2025-03-31.basil`, metered prices must be backed by meters.',
    )
  }
  if (interval_count > longest[interval]) {
    const message = `The interval_count for ${adjectives[interval]} prices can't be greater than ${longest[interval]}`
    throw invalidRequest(message, { param: `${path}[interval_count]` })
  }
  return { interval, interval_count, meter: null, trial_period_days, usage_type }
}
