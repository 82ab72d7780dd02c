// The money is there: one event for each that changed, in Stripe's order; and what the test number has in store for it.
import type { Account } from '../account.ts'
import { warnOfFraud } from '../disputes/early-fraud-warnings.ts'
import { openDispute } from '../disputes/open-dispute.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Charge, PaymentIntent } from '../store/stripe-types.ts'
import { chargePlan } from './charge-plan.ts'

const bookingDelay = 2000

/**
 * Ends a payment whose charge, stored, has succeeded, and gives its PaymentIntent. `event` is what the charge's is
 * called. Disputes come before the PaymentIntent's event, as observed.
 */
export function succeedPayment(
  account: Account,
  paid: { charge: Charge; intent: PaymentIntent; event?: 'charge.succeeded' | 'charge.captured' },
  cause: EventCause = {},
): PaymentIntent {
  const { charge, intent, event = 'charge.succeeded' } = paid
  const succeeded: PaymentIntent = {
    ...intent,
    amount_received: charge.amount_captured,
    next_action: null,
    processing: null,
    status: 'succeeded',
  }
  account.store.save(succeeded)
  recordEvent(account, { type: event, object: charge }, cause)
  followUp(account, charge)
  recordEvent(account, { type: 'payment_intent.succeeded', object: succeeded }, cause)
  account.agenda.add({ task: 'book_charge', subject: charge.id, due: account.clock() + bookingDelay })
  return succeeded
}

/** What fraud warnings and disputes the test number has in store; several disputes share the amount. */
function followUp(account: Account, charge: Charge): void {
  const { disputes, earlyFraudWarning } = chargePlan(account, charge.id).aftermath
  if (earlyFraudWarning) warnOfFraud(account, charge)
  let left = charge.amount_captured
  for (const [index, kind] of disputes.entries()) {
    const amount = Math.ceil(left / (disputes.length - index))
    openDispute(account, { charge, kind, amount })
    left -= amount
  }
}
