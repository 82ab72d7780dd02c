// A session is done: nothing more can be paid with it, and `checkout.session.completed` says how it ended.
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { sessionCustomer } from './session-customer.ts'
import { sessionDetails } from './session-details.ts'
import type { Shopper } from './shopper.ts'

/** Completes an open session and gives the event of it. A delayed payment leaves it `unpaid`. */
export function completeSession(
  account: Account,
  done: { session: Session; shopper: Shopper; paymentStatus: Session['payment_status'] },
): Event {
  const { session, shopper, paymentStatus } = done
  const { version } = sessionDetails(account, session.id)
  const completed: Session = {
    ...session,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    customer: sessionCustomer(account, session, shopper),
    customer_details: {
      address: shopper.address,
      business_name: null,
      email: shopper.email,
      individual_name: null,
      name: shopper.name,
      phone: shopper.phone,
      tax_exempt: 'none',
      tax_ids: [],
    },
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  }
  account.store.save(completed)
  return recordEvent(account, { type: 'checkout.session.completed', object: completed }, { version })
}
