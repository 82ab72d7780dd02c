// What a payment method is: one file each beside this one, one line each in `methods.ts`.
import type { Account } from '../../account.ts'
import type {
  NextAction,
  PaymentIntent,
  PaymentMethod,
  PaymentMethodDetails,
} from '../../store/stripe-types.ts'
import type { Course } from '../course.ts'

export const methodTypes = [
  'card',
  'sepa_debit',
  'us_bank_account',
  'konbini',
  'multibanco',
  'alipay',
  'wechat_pay',
] as const
export type MethodType = (typeof methodTypes)[number]

export type MethodPart = Partial<Pick<PaymentMethod, MethodType>>
export type MethodOptions = NonNullable<PaymentIntent['payment_method_options']>
export type ChosenOptions = Partial<Record<MethodType, object>>
/** A way to pay as it was chosen, with what Stripe will show of it and what the test value has in store. */
export type MethodChoice = {
  type: MethodType
  part: MethodPart
  course: Course
  /** What the shopper chose for this one payment. */
  options?: ChosenOptions
}

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
  | 'routingInvalid'
  | 'accountInvalid'
  | 'confirmationInvalid'
export type MethodErrors = Partial<Record<string, MethodError>>
export type ReadMethod = { ok: true; choice: MethodChoice } | { ok: false; errors: MethodErrors }

/** One try to pay: what the details of its charge and its next action are made of. */
export type Attempt = {
  intent: PaymentIntent
  method: PaymentMethod
  course: Course
  /** Whether the shopper has passed the bank's challenge or the wallet's page. */
  authenticated: boolean
  returnUrl: string | null
}

export type Method = {
  type: MethodType
  /** Which currencies it takes; null for all. */
  currencies: readonly string[] | null
  /** `ch_` for cards, `py_` for everything else. */
  chargePrefix: 'ch_' | 'py_'
  /**
   * How a payment goes: `immediate` is decided at once; a `debit` is decided by the bank later; a `voucher` is paid at a
   * till or a machine later; `redirect` and `qr_code` send the shopper to a wallet, whose answer is final.
   */
  flow: 'immediate' | 'debit' | 'voucher' | 'redirect' | 'qr_code'
  /** Whether money can be held and captured later. */
  holds: boolean
  /** Reads what was typed into the page; `now` in milliseconds. */
  read: (typed: Typed, now: number) => ReadMethod
  /** How the payment was made, as it stands on its charge. */
  details: (attempt: Attempt) => PaymentMethodDetails
  /** What a PaymentIntent that offers this method says of it under `payment_method_options`. */
  options: MethodOptions
  /** What the shopper has to do where the flow wants something. */
  action?: (account: Account, attempt: Attempt) => NextAction
  /** What the test value has in store when it stands in the payment and not in the payment method. */
  course?: (attempt: Pick<Attempt, 'intent' | 'method'>) => Course
}
