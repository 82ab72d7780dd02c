// The money is there: one event for each that changed, in Stripe's order; and what the test number has in store for it.
import type { Account } from '../account.ts'
import { warnOfFraud } from '../disputes/early-fraud-warnings.ts'
import { openDispute } from '../disputes/open-dispute.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { Charge, PaymentIntent } from '../store/stripe-types.ts'
import { chargePlan } from './charge-plan.ts'

const bookingDelay = 2000

/** Ends a payment whose charge, stored, has succeeded, and gives its PaymentIntent. Disputes come before the PaymentIntent's event, as observed. */
export function succeedPayment(
  account: Account,
  paid: { charge: Charge; intent: PaymentIntent },
  cause: EventCause = {},
): PaymentIntent {
  const { charge, intent } = paid
  const succeeded: PaymentIntent = {
    ...intent,
    amount_received: intent.amount,
    next_action: null,
    processing: null,
    status: 'succeeded',
  }
  account.store.save(succeeded)
  recordEvent(account, { type: 'charge.succeeded', object: charge }, cause)
  disputeAsPlanned(account, charge)
  recordEvent(account, { type: 'payment_intent.succeeded', object: succeeded }, cause)
  account.agenda.add({ task: 'book_charge', subject: charge.id, due: account.clock() + bookingDelay })
  return succeeded
}

function disputeAsPlanned(account: Account, charge: Charge): void {
  const { disputes, earlyFraudWarning = false } = chargePlan(account, charge.id).aftermath
  if (earlyFraudWarning) warnOfFraud(account, charge)
  let left = charge.amount
  for (const [index, kind] of disputes.entries()) {
    const amount = Math.ceil(left / (disputes.length - index))
    openDispute(account, { charge, kind, amount })
    left -= amount
  }
}
