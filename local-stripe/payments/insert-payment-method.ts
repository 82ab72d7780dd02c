// A payment method as the page or the API hands it over: never a number, only what Stripe shows of it afterwards.
import { seconds, type Account } from '../account.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { newId } from '../store/new-id.ts'
import type { PaymentMethod } from '../store/stripe-types.ts'
import type { MethodDetails } from './method-details.ts'
import type { MethodChoice } from './methods/method.ts'

export type BillingDetails = PaymentMethod['billing_details']
type MethodAbout = {
  billing: BillingDetails
  allow_redisplay?: PaymentMethod['allow_redisplay'] | undefined
  metadata?: Record<string, string> | undefined
  /** Whether a bank account is known to be the shopper's. */
  verified?: boolean
}

/** Stores a payment method; what its test value has in store is hidden with it. */
export function insertPaymentMethod(
  account: Account,
  choice: MethodChoice,
  about: MethodAbout,
): PaymentMethod {
  const { billing, allow_redisplay = 'unspecified', metadata = {}, verified = false } = about
  const method: PaymentMethod = {
    id: newId('pm_1', 23),
    object: 'payment_method',
    allow_redisplay,
    billing_details: billing,
    created: seconds(account),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: choice.type,
    ...choice.part,
  }
  const hidden: MethodDetails = { course: choice.course, spent: false, verified }
  account.store.insert('payment_method', method, { hidden })
  return method
}

/** Who is billed, as it stands on payment methods and charges. */
export function billingOf(shopper: Shopper): BillingDetails {
  const { address, email, name, phone } = shopper
  return { address, email, name, phone, tax_id: null }
}
