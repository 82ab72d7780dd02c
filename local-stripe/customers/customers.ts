// Customers (https://docs.stripe.com/api/customers): those that sessions make.
import { seconds, type Account } from '../account.ts'
import { retrieveRoute, type Route } from '../api/route.ts'
import { noSuch } from '../api/stripe-error.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { recordEvent } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { Customer } from '../store/stripe-types.ts'

export const customerRoutes: Route[] = [
  retrieveRoute('/v1/customers/:id', (account, id) => {
    const customer = account.store.find('customer', id)
    if (customer === null) throw noSuch('customer', id)
    return customer
  }),
]

/** Stores the customer of a shopper who paid. */
export function insertCustomer(account: Account, shopper: Shopper): Customer {
  const customer: Customer = {
    id: newId('cus_', 14),
    object: 'customer',
    address: shopper.address,
    balance: 0,
    created: seconds(account),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: shopper.email,
    invoice_prefix: newId('', 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: shopper.name,
    phone: shopper.phone,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
  account.store.insert('customer', customer)
  recordEvent(account, { type: 'customer.created', object: customer })
  return customer
}
