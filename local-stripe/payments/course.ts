// What a test value has in store for a payment with it: hidden with the payment method, never shown.
import { ordinary, type Aftermath } from './charge-plan.ts'
import type { DebitFailure } from './debit-failures.ts'
import type { DeclineReason } from './declines.ts'

/**
 * When the bank asks the shopper first (3D Secure). `unless_set_up` and `unless_off_session` are Stripe's rules for
 * saved cards; `lookup_error` fails before the bank is reached; `on_request` is a card that merely could.
 */
export type Challenge =
  | 'never'
  | 'on_request'
  | 'always'
  | 'unless_set_up'
  | 'unless_off_session'
  | 'lookup_error'
export type Check = 'pass' | 'fail' | 'unavailable'
export type Course = {
  challenge: Challenge
  outcome: 'success' | DeclineReason | DebitFailure
  /** Milliseconds until a bank or a shop's till answers; null for one that never does. */
  delay: number | null
  risk: 'normal' | 'elevated' | 'highest'
  checks: { cvc: Check; line1: Check; postalCode: Check }
  aftermath: Aftermath
}

/** Everything goes well, at once. */
export const plainCourse: Course = {
  challenge: 'never',
  outcome: 'success',
  delay: 0,
  risk: 'normal',
  checks: { cvc: 'pass', line1: 'pass', postalCode: 'pass' },
  aftermath: ordinary,
}
