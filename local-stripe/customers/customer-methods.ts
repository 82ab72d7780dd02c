// The payment methods that a customer has saved (https://docs.stripe.com/api/payment_methods/customer_list).
import { choice, text } from '../api/fields.ts'
import { equal, listObjects, pageFields } from '../api/list-objects.ts'
import { route, type Route } from '../api/route.ts'
import { noSuch } from '../api/stripe-error.ts'
import { customerAt } from './customers.ts'

const path = '/v1/customers/:id/payment_methods'

export const customerMethodRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    fields: { ...pageFields, allow_redisplay: choice('always', 'limited', 'unspecified'), type: text() },
    run({ account, id, params }) {
      const customer = customerAt(account, id, 'customer')
      const conditions = [
        ...equal('customer', customer.id),
        ...equal('allow_redisplay', params.allow_redisplay),
        ...equal('type', params.type),
      ]
      const url = `/v1/customers/${id}/payment_methods`
      return listObjects(account, { kind: 'payment_method', url, page: params, conditions })
    },
  }),
  route({
    method: 'GET',
    path: `${path}/:id`,
    fields: {},
    run({ account, id, parent }) {
      const customer = customerAt(account, parent, 'customer')
      const method = account.store.find('payment_method', id)
      if (method?.customer === customer.id) return method
      throw noSuch('PaymentMethod', id, 'payment_method')
    },
  }),
]
