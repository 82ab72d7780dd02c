// Customers as other things need them: made for a shopper, looked up for a payment.
import { seconds, type Account } from '../account.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { Customer } from '../store/stripe-types.ts'

/** Stores the customer of a shopper who paid. */
export function insertCustomer(account: Account, shopper: Shopper): Customer {
  const { address, email, name, phone, shipping } = shopper
  const customer = {
    ...newCustomer(account),
    address,
    email,
    name,
    phone,
    shipping: shipping && { ...shipping, phone },
  }
  return storeCustomer(account, customer)
}

/** A customer of whom nothing is known, not stored yet. */
export function newCustomer(account: Account): Customer {
  return {
    id: newId('cus_', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: seconds(account),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: newId('', 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}

/** Stores a new customer, with its event. */
export function storeCustomer(account: Account, customer: Customer, cause: EventCause = {}): Customer {
  account.store.insert('customer', customer)
  recordEvent(account, { type: 'customer.created', object: customer }, cause)
  return customer
}

/** The customer that a parameter names. Throws Stripe's 400 for one that never was or is deleted. */
export function customerToUse(account: Account, id: string, param = 'customer'): Customer {
  const customer = account.store.find('customer', id)
  if (customer !== null && !customer.deleted) return customer
  throw invalidRequest(`No such customer: '${id}'`, { code: 'resource_missing', param })
}

/** The customer of a URL. Throws Stripe's 404 for one that never was or is deleted. */
export function customerAt(account: Account, id: string, param = 'id'): Customer {
  const customer = account.store.find('customer', id)
  if (customer === null || customer.deleted) throw noSuch('customer', id, param)
  return customer
}
