// What the e-mail address decides about a voucher (https://docs.stripe.com/payments/konbini/accept-a-payment#test-integration):
// paid after three minutes, unless its name ends in one of Stripe's words.
import { plainCourse, type Course } from '../course.ts'

const soon = 500
const later = 3 * 60 * 1000

export type VoucherFate = 'paid_later' | 'paid_soon' | 'expires_soon' | 'expires_later' | 'never_paid'

/** The fate that an e-mail address stands for. */
export function fateOfEmail(email: string | null): VoucherFate {
  const name = (email ?? '').split('@')[0] ?? ''
  return words.find(([word]) => name.endsWith(word))?.[1] ?? 'paid_later'
}

/** How a voucher goes; `unpaid` is after how many milliseconds one that nobody pays has failed. */
export function voucherCourse(fate: VoucherFate, unpaid: number): Course {
  const expired = { ...plainCourse, outcome: 'voucher_expired' } as const
  switch (fate) {
    case 'paid_soon':
      return { ...plainCourse, delay: soon }
    case 'expires_soon':
      return { ...expired, delay: soon }
    case 'expires_later':
      return { ...expired, delay: later }
    case 'never_paid':
      return { ...expired, delay: unpaid }
    case 'paid_later':
    default:
      return { ...plainCourse, delay: later }
  }
}

/** When a voucher expires, in seconds: Stripe shows the end that the test value has in store. */
export function voucherExpiry(fate: VoucherFate, times: { now: number; ordinary: number }): number {
  if (fate === 'expires_soon') return times.now
  return fate === 'expires_later' ? times.now + later / 1000 : times.ordinary
}

const words: [word: string, fate: VoucherFate][] = [
  ['succeed_immediately', 'paid_soon'],
  ['expire_immediately', 'expires_soon'],
  ['expire_with_delay', 'expires_later'],
  ['fill_never', 'never_paid'],
]
