// A payment method as the page or the API hands it over: never a number, only what Stripe shows of it afterwards.
import { seconds, type Account } from '../account.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { newId } from '../store/new-id.ts'
import type { PaymentMethod } from '../store/stripe-types.ts'
import { plainCourse, type Course } from './course.ts'
import type { MethodChoice } from './methods/method.ts'

type BillingDetails = PaymentMethod['billing_details']

/** Stores a payment method; what its test value has in store is hidden with it. */
export function insertPaymentMethod(
  account: Account,
  choice: MethodChoice,
  more: { billing: BillingDetails } & Partial<Pick<PaymentMethod, 'allow_redisplay' | 'metadata'>>,
): PaymentMethod {
  const { billing, allow_redisplay = 'unspecified', metadata = {} } = more
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
  account.store.insert('payment_method', method, { hidden: choice.course })
  return method
}

/** What a stored payment method's test value has in store. */
export function courseOf(account: Account, method: string): Course {
  const course: Partial<Course> | null = JSON.parse(account.store.hidden(method))
  return { ...plainCourse, ...course }
}

/** Who is billed, as it stands on payment methods and charges. */
export function billingOf(shopper: Shopper): BillingDetails {
  const { address, email, name, phone } = shopper
  return { address, email, name, phone, tax_id: null }
}
