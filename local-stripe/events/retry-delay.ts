// When a webhook that was not taken is tried again (https://docs.stripe.com/webhooks#automatic-retries): in a sandbox
// three times over a few hours, in live mode for up to three days with exponential back-off. Stripe does not say the
// steps; here the first ones come soon, so that a shop which was just restarting heals while one looks on.

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const schedules = {
  sandbox: [10 * second, hour, 3 * hour],
  live: [
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
  ],
}

export type RetrySchedule = keyof typeof schedules
export const retrySchedules = ['sandbox', 'live'] as const satisfies readonly RetrySchedule[]

/** Milliseconds until the next attempt after so many failed ones; null when there will be none. */
export function retryDelay(schedule: RetrySchedule, failedAttempts: number): number | null {
  return schedules[schedule][failedAttempts - 1] ?? null
}
