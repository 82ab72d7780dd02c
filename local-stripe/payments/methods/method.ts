// What a payment method is: one file each beside this one, one line each in `methods.ts`.
import type { PaymentIntent, PaymentMethod, PaymentMethodDetails } from '../../store/stripe-types.ts'
import type { Course } from '../course.ts'

export type MethodType = 'card' | 'sepa_debit'
/** A way to pay as it was chosen, with what Stripe will show of it and what the test value has in store. */
export type MethodChoice = { type: MethodType; part: MethodPart; course: Course }
export type MethodPart = Partial<Pick<PaymentMethod, MethodType>>
/** What a form holds, by element id. */
export type Typed = Partial<Record<string, string>>
/** Keys of the page's messages. */
export type MethodError =
  | 'required'
  | 'numberIncomplete'
  | 'numberReal'
  | 'numberInvalid'
  | 'expiryIncomplete'
  | 'expiryPast'
  | 'cvcIncomplete'
  | 'ibanInvalid'
export type MethodErrors = Partial<Record<string, MethodError>>
export type ReadMethod = { ok: true; choice: MethodChoice } | { ok: false; errors: MethodErrors }

/** One try to pay, for the details of its charge. */
export type Attempt = { intent: PaymentIntent; method: PaymentMethod; course: Course; authenticated: boolean }

export type Method = {
  type: MethodType
  /** Which currencies it takes; null for all. */
  currencies: readonly string[] | null
  /** `ch_` for cards, `py_` for everything else. */
  chargePrefix: 'ch_' | 'py_'
  /** Whether the money is certain when the payment is confirmed. */
  speed: 'immediate' | 'delayed'
  /** Reads what was typed into the page; `now` in milliseconds. */
  read(typed: Typed, now: number): ReadMethod
  /** How the payment was made, as it stands on its charge. */
  details(attempt: Attempt): PaymentMethodDetails
}
