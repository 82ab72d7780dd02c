// What a test value has in store for a payment with it: hidden with the payment method, never shown.
import { ordinary, type Aftermath } from './charge-plan.ts'
import type { DebitFailure } from './debit-failures.ts'
import type { CardOutcome } from './declines.ts'

/**
 * When the bank asks the shopper first (3D Secure, https://docs.stripe.com/testing#regulatory-cards): a payment without
 * the shopper (`off_session`) fails where the bank would ask. `on_request` and `fails_on_request` ask only when the
 * caller does (`request_three_d_secure`), `frictionless` authenticates without asking.
 */
export type Challenge =
  | 'never'
  | 'frictionless'
  | 'on_request'
  | 'fails_on_request'
  | 'always'
  | 'unless_set_up'
  | 'on_session'
export type Check = 'pass' | 'fail' | 'unavailable'
export type Course = {
  challenge: Challenge
  outcome: 'success' | CardOutcome | DebitFailure
  /** Milliseconds until a bank or a till answers; null for one that never does. */
  delay: number | null
  risk: 'normal' | 'elevated' | 'highest'
  checks: { cvc: Check; line1: Check; postalCode: Check }
  /** Whether the payment method can be attached to a customer. */
  attaches: boolean
  aftermath: Aftermath
}

/** Everything goes well, at once. */
export const plainCourse: Course = {
  challenge: 'never',
  outcome: 'success',
  delay: 0,
  risk: 'normal',
  checks: { cvc: 'pass', line1: 'pass', postalCode: 'pass' },
  attaches: true,
  aftermath: ordinary,
}
