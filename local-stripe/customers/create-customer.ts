// POST /v1/customers (https://docs.stripe.com/api/customers/create).
import type { Call } from '../api/route.ts'
import { attachMethod } from '../payments/payment-methods/attach-method.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Customer } from '../store/stripe-types.ts'
import type { CustomerParams } from './customer-fields.ts'
import { newCustomer, storeCustomer } from './customers.ts'
import { withParams } from './with-params.ts'

type Params = CustomerParams & { payment_method: string | undefined }

/** Stores a customer and gives it; with `payment_method` one that has it saved. Throws Stripe's 400s and 402s. */
export function createCustomer(call: Call<Params>): Customer {
  const { account, request } = call
  const { payment_method, ...params } = call.params
  const fresh = newCustomer(account)
  if (payment_method === undefined) {
    return storeCustomer(account, withParams(account, fresh, params), { request })
  }
  account.store.insert('customer', fresh)
  const saved = attachMethod({ ...call, id: payment_method, params: { customer: fresh.id } })
  const customer = withParams(account, fresh, withSaved(params, { named: payment_method, id: saved.id }))
  account.store.save(customer)
  recordEvent(account, { type: 'customer.created', object: customer }, { request })
  return customer
}

/** A test id such as `pm_card_visa` names the method just saved once more when it is to be the default. */
function withSaved(params: CustomerParams, saved: { named: string; id: string }): CustomerParams {
  const { invoice_settings } = params
  if (invoice_settings?.default_payment_method !== saved.named) return params
  return { ...params, invoice_settings: { ...invoice_settings, default_payment_method: saved.id } }
}
