// What becomes of a payment method that was paid with: the customer's, when the payment says so, or never used again.
import type { Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import { hideMethod, methodDetails } from './method-details.ts'
import { usageOf } from './method-settings.ts'

/** Attaches the payment method to the customer with `setup_future_usage`; uses it up when it is nobody's. */
export function keepMethod(
  account: Account,
  paid: { intent: PaymentIntent; method: PaymentMethod; cause: EventCause },
): void {
  const { intent, method, cause } = paid
  const usage = usageOf(intent, method.type)
  if (usage === 'off_session') setUp(account, method)
  if (method.customer !== null) return
  if (usage === null || intent.customer === null) {
    hideMethod(account, method.id, { spent: true })
    return
  }
  const attached: PaymentMethod = { ...method, customer: intent.customer }
  account.store.save(attached)
  recordEvent(account, { type: 'payment_method.attached', object: attached }, cause)
}

/** A card that has been set up for payments without the shopper is asked about only when the shopper is there. */
function setUp(account: Account, method: PaymentMethod): void {
  const { course } = methodDetails(account, method.id)
  if (course.challenge !== 'unless_set_up') return
  hideMethod(account, method.id, { course: { ...course, challenge: 'on_session' } })
}
