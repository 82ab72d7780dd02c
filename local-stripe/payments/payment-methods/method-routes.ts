// PaymentMethods (https://docs.stripe.com/api/payment_methods), and those of one customer.
import type { Account } from '../../account.ts'
import { choice, needed, text } from '../../api/fields.ts'
import { equal, listObjects, pageFields, type Condition } from '../../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../../api/route.ts'
import { noSuch } from '../../api/stripe-error.ts'
import { customerAt } from '../../customers/customers.ts'
import type { PaymentMethod } from '../../store/stripe-types.ts'
import { attachMethod, detachMethod } from './attach-method.ts'
import { methodAt } from './find-method.ts'
import { methodFields, methodUpdateFields } from './method-fields.ts'
import { makeMethod } from './method-to-pay-with.ts'
import { updateMethod } from './update-method.ts'

const path = '/v1/payment_methods'
const ofCustomer = '/v1/customers/:id/payment_methods'
const filters = { allow_redisplay: choice('always', 'limited', 'unspecified'), type: text() }

export const methodRoutes: Route[] = [
  route({
    method: 'POST',
    path,
    fields: methodFields,
    run: ({ account, params }) => makeMethod(account, params),
  }),
  retrieveRoute(`${path}/:id`, methodAt),
  route({ method: 'POST', path: `${path}/:id`, fields: methodUpdateFields, run: updateMethod }),
  route({
    method: 'POST',
    path: `${path}/:id/attach`,
    fields: { customer: needed(text()) },
    run: attachMethod,
  }),
  route({ method: 'POST', path: `${path}/:id/detach`, fields: {}, run: detachMethod }),
  route({
    method: 'GET',
    path,
    fields: { ...pageFields, ...filters, customer: text() },
    run({ account, params }) {
      const { allow_redisplay, customer, type, ...page } = params
      const conditions = [...narrowed({ allow_redisplay, type }), ...ownedBy(customer)]
      return listObjects(account, { kind: 'payment_method', url: path, page, conditions })
    },
  }),
  route({
    method: 'GET',
    path: ofCustomer,
    fields: { ...pageFields, ...filters },
    run({ account, id, params }) {
      customerAt(account, id, 'customer')
      const { allow_redisplay, type, ...page } = params
      const conditions = [...narrowed({ allow_redisplay, type }), ...ownedBy(id)]
      const url = `/v1/customers/${id}/payment_methods`
      return listObjects(account, { kind: 'payment_method', url, page, conditions })
    },
  }),
  route({
    method: 'GET',
    path: `${ofCustomer}/:id`,
    fields: {},
    run: ({ account, id, parent }) => methodOfCustomer(account, { customer: parent, id }),
  }),
]

function methodOfCustomer(account: Account, asked: { customer: string; id: string }): PaymentMethod {
  const { customer, id } = asked
  customerAt(account, customer, 'customer')
  const method = account.store.find('payment_method', id)
  if (method?.customer === customer) return method
  throw noSuch('PaymentMethod', id, 'payment_method')
}

function narrowed(params: { allow_redisplay: string | undefined; type: string | undefined }): Condition[] {
  return [...equal('allow_redisplay', params.allow_redisplay), ...equal('type', params.type)]
}

/** Without a customer, those that belong to any: what was used once is nobody's. */
function ownedBy(customer: string | undefined): Condition[] {
  if (customer !== undefined) return equal('customer', customer)
  return [{ sql: "json_extract(body, '$.customer') IS NOT NULL", values: [] }]
}
