// Customers (https://docs.stripe.com/api/customers).
import type { Account } from '../account.ts'
import { text } from '../api/fields.ts'
import { equal, listRoute } from '../api/list-objects.ts'
import { retrieveRoute, route, type Call, type Route } from '../api/route.ts'
import { searchRoute } from '../api/search-objects.ts'
import { noSuch } from '../api/stripe-error.ts'
import { previousAttributes } from '../events/previous-attributes.ts'
import { recordEvent } from '../events/record-event.ts'
import { hideMethod } from '../payments/method-details.ts'
import type { Customer, DeletedCustomer } from '../store/stripe-types.ts'
import { customerFields, type CustomerParams } from './customer-fields.ts'
import { createCustomer } from './create-customer.ts'
import { customerAt } from './customers.ts'
import { withParams } from './with-params.ts'

const path = '/v1/customers'

export const customerRoutes: Route[] = [
  route({
    method: 'POST',
    path,
    fields: { ...customerFields, payment_method: text() },
    run: createCustomer,
  }),
  listRoute({
    path,
    kind: 'customer',
    filters: { email: text() },
    conditions: ({ email }) => [
      { sql: "json_extract(body, '$.deleted') IS NULL", values: [] },
      ...equal('email', email),
    ],
  }),
  retrieveRoute(`${path}/:id`, (account, id) => {
    const customer = account.store.find('customer', id)
    if (customer === null) throw noSuch('customer', id)
    return customer
  }),
  searchRoute({
    path: `${path}/search`,
    kind: 'customer',
    members: { created: 'created', email: 'email', name: 'name', phone: 'phone' },
  }),
  route({ method: 'POST', path: `${path}/:id`, fields: customerFields, run: updateCustomer }),
  route({ method: 'DELETE', path: `${path}/:id`, fields: {}, run: deleteCustomer }),
]

function updateCustomer({ account, id, params, request }: Call<CustomerParams>): Customer {
  const customer = customerAt(account, id)
  const updated = withParams(account, customer, params)
  account.store.save(updated)
  const previous = previousAttributes(customer, updated)
  if (previous !== null) {
    recordEvent(account, { type: 'customer.updated', object: updated }, { request, previous })
  }
  return updated
}

/** Only the id stays; what the customer had saved cannot be charged any more. */
function deleteCustomer({ account, id, request }: Call<unknown>): DeletedCustomer {
  const customer = customerAt(account, id)
  const deleted: DeletedCustomer = { id, object: 'customer', deleted: true }
  account.store.save(deleted)
  detachMethods(account, id)
  recordEvent(account, { type: 'customer.deleted', object: customer }, { request })
  return deleted
}

function detachMethods(account: Account, customer: string): void {
  const [where] = equal('customer', customer)
  const saved = account.store.page('payment_method', {
    where: where ? [where.sql] : [],
    values: [customer],
    limit: -1,
  })
  for (const method of saved) {
    account.store.save({ ...method, customer: null })
    hideMethod(account, method.id, { spent: true })
  }
}
