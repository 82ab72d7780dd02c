// What a session may write onto the customer that it was made for
// (https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-customer_update).
import type { Account } from '../account.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Customer } from '../store/stripe-types.ts'
import type { SessionDetails } from './session-details.ts'
import type { Shopper } from './shopper.ts'

type Allowed = NonNullable<SessionDetails['customer_update']>

/** Updates a customer from what the shopper said: what is `auto`, and an e-mail address where there was none. */
export function updateCustomer(
  account: Account,
  id: string,
  { shopper, allowed }: { shopper: Shopper; allowed: Partial<Allowed> },
): void {
  const customer = account.store.find('customer', id)
  if (customer === null || customer.deleted) return
  const changes = Object.entries(changesOf(customer, shopper, allowed)).filter(
    ([name, value]) => JSON.stringify(Reflect.get(customer, name)) !== JSON.stringify(value),
  )
  if (changes.length === 0) return
  const previous = Object.fromEntries(changes.map(([name]) => [name, Reflect.get(customer, name)]))
  const updated: Customer = { ...customer, ...Object.fromEntries(changes) }
  account.store.save(updated)
  recordEvent(account, { type: 'customer.updated', object: updated }, { previous })
}

function changesOf(customer: Customer, shopper: Shopper, allowed: Partial<Allowed>): Partial<Customer> {
  const { address, email, phone, shipping } = shopper
  return {
    ...(customer.email === null && email !== null && { email }),
    ...(allowed.address === 'auto' && { address }),
    ...(allowed.name === 'auto' && names(shopper)),
    ...(allowed.shipping === 'auto' &&
      shipping !== null && { shipping: { ...shipping, ...(phone !== null && { phone }) } }),
  }
}

function names({ businessName, individualName, name }: Shopper): Partial<Customer> {
  const full = businessName ?? individualName ?? name
  return {
    ...(full !== null && { name: full }),
    ...(businessName !== null && { business_name: businessName }),
    ...(individualName !== null && { individual_name: individualName }),
  }
}
