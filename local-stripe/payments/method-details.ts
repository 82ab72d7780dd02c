// What Stripe keeps to itself about a payment method: what its test value has in store, and whether it may be used again.
import type { Account } from '../account.ts'
import { plainCourse, type Course } from './course.ts'

export type MethodDetails = {
  course: Course
  /** Paid with once without belonging to a customer, or detached from one: never to be used again. */
  spent: boolean
  /** Whether a bank account is known to be the shopper's. */
  verified: boolean
}

const nothing: MethodDetails = { course: plainCourse, spent: false, verified: false }

/** The hidden details of a stored payment method. */
export function methodDetails(account: Account, method: string): MethodDetails {
  const kept: Partial<MethodDetails> | null = JSON.parse(account.store.hidden(method))
  return { ...nothing, ...kept }
}

/** Changes hidden details of a stored payment method. */
export function hideMethod(account: Account, method: string, changed: Partial<MethodDetails>): void {
  account.store.hide(method, { ...methodDetails(account, method), ...changed })
}
