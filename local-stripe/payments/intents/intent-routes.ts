// PaymentIntents (https://docs.stripe.com/api/payment_intents).
import { text } from '../../api/fields.ts'
import { equal, listRoute } from '../../api/list-objects.ts'
import { searchRoute } from '../../api/search-objects.ts'
import { retrieveRoute, route, type Route } from '../../api/route.ts'
import { cancelCall } from './cancel-call.ts'
import { captureIntent } from './capture-intent.ts'
import { confirmCall } from './confirm-call.ts'
import { createIntent } from './create-intent.ts'
import { intentAt } from './find-intent.ts'
import {
  cancelFields,
  captureFields,
  confirmFields,
  createFields,
  updateFields,
  verifyFields,
} from './intent-fields.ts'
import { updateIntent } from './update-intent.ts'
import { verifyMicrodeposits } from './verify-microdeposits.ts'

const path = '/v1/payment_intents'

export const intentRoutes: Route[] = [
  route({ method: 'POST', path, fields: createFields, run: createIntent }),
  retrieveRoute(`${path}/:id`, intentAt),
  route({ method: 'POST', path: `${path}/:id`, fields: updateFields, run: updateIntent }),
  route({ method: 'POST', path: `${path}/:id/confirm`, fields: confirmFields, run: confirmCall }),
  route({ method: 'POST', path: `${path}/:id/capture`, fields: captureFields, run: captureIntent }),
  route({ method: 'POST', path: `${path}/:id/cancel`, fields: cancelFields, run: cancelCall }),
  route({
    method: 'POST',
    path: `${path}/:id/verify_microdeposits`,
    fields: verifyFields,
    run: verifyMicrodeposits,
  }),
  searchRoute({
    path: `${path}/search`,
    kind: 'payment_intent',
    members: {
      amount: 'amount',
      created: 'created',
      currency: 'currency',
      customer: 'customer',
      status: 'status',
    },
  }),
  listRoute({
    path,
    kind: 'payment_intent',
    filters: { customer: text() },
    conditions: ({ customer }) => equal('customer', customer),
  }),
]
