// A session is done: nothing more can be paid with it, and `checkout.session.completed` says how it ended.
import type { Account } from '../account.ts'
import { redeem } from '../discounts/redeem.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { filledCustomFields } from './custom-fields.ts'
import { sessionCustomer } from './session-customer.ts'
import { sessionDetails } from './session-details.ts'
import type { Shopper } from './shopper.ts'
import { updateCustomer } from './update-customer.ts'

/** Completes an open session and gives the event of it. A delayed payment leaves it `unpaid`. */
export function completeSession(
  account: Account,
  done: { session: Session; shopper: Shopper; paymentStatus: Session['payment_status'] },
): Event {
  const { session, shopper, paymentStatus } = done
  const { version, discount, customer_update } = sessionDetails(account, session.id)
  const customer = sessionCustomer(account, session, shopper)
  if (customer !== null) updateCustomer(account, customer, { shopper, allowed: customer_update ?? {} })
  const completed: Session = {
    ...session,
    collected_information: collected(shopper),
    consent: consentOf(session, shopper),
    custom_fields: filledCustomFields(session.custom_fields, shopper.customFields),
    customer,
    customer_details: detailsOf(session, shopper),
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  }
  account.store.save(completed)
  if (discount !== null) redeem(account, discount)
  return recordEvent(account, { type: 'checkout.session.completed', object: completed }, { version })
}

function collected(shopper: Shopper): Session['collected_information'] {
  const { businessName: business_name, individualName: individual_name, shipping } = shopper
  return { business_name, individual_name, shipping_details: shipping }
}

/** Null where nothing was asked. */
function consentOf(session: Session, shopper: Shopper): Session['consent'] {
  if (session.consent_collection === null) return null
  const { promotions = null, termsOfService = null } = shopper.consent ?? {}
  return { promotions, terms_of_service: termsOfService }
}

function detailsOf(session: Session, shopper: Shopper): Session['customer_details'] {
  return {
    address: shopper.address,
    business_name: shopper.businessName,
    email: shopper.email,
    individual_name: shopper.individualName,
    name: shopper.name,
    phone: shopper.phone,
    tax_exempt: session.customer_details?.tax_exempt ?? 'none',
    tax_ids: shopper.taxIds,
  }
}
