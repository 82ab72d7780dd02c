// What every payment on the page begins with, and the charge of one that the bank takes.
import type { Account } from '../account.ts'
import { sessionCustomer } from '../checkout/session-customer.ts'
import type { Shopper } from '../checkout/shopper.ts'
import type { EventCause } from '../events/record-event.ts'
import type { Charge, PaymentIntent, PaymentMethod, Session } from '../store/stripe-types.ts'
import type { ChargePlan } from './charge-plan.ts'
import { insertCharge } from './insert-charge.ts'
import { insertPaymentMethod, type PaymentMethodDraft } from './payment-method.ts'
import { pageCause, sessionIntent } from './session-intent.ts'

export type Payment = { session: Session; draft: PaymentMethodDraft; shopper: Shopper }
export type BegunPayment = Payment & { cause: EventCause; intent: PaymentIntent; method: PaymentMethod }

/** The session's PaymentIntent and the shopper's payment method, stored. */
export function beginPayment(account: Account, payment: Payment): BegunPayment {
  const { session, draft, shopper } = payment
  const cause = pageCause(account, session)
  const intent = sessionIntent(account, session, cause)
  const method = insertPaymentMethod(account, draft, shopper)
  return { session, draft, shopper, cause, intent, method }
}

/** The charge of a begun payment and the PaymentIntent (not stored yet) that now belongs to the session's customer. */
export function chargeShopper(
  account: Account,
  begun: BegunPayment,
  how: { result: 'succeeded' | 'pending'; authenticated: boolean; plan: ChargePlan },
): { charge: Charge; intent: PaymentIntent } {
  const { session, shopper, method } = begun
  const owned = { ...begun.intent, customer: sessionCustomer(account, session, shopper) }
  const charge = insertCharge(account, { ...begun, ...how, intent: owned })
  const intent = { ...owned, last_payment_error: null, latest_charge: charge.id, payment_method: method.id }
  return { charge, intent }
}
