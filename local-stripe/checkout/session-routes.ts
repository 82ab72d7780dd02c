// Checkout Sessions (https://docs.stripe.com/api/checkout/sessions).
import type { Account } from '../account.ts'
import { choice, needed, object, text } from '../api/fields.ts'
import { equal, listRoute, pageFields } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { emailAddress } from '../api/shared-fields.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import type { Session } from '../store/stripe-types.ts'
import { createSession } from './create-session.ts'
import { expireSession } from './expire-session.ts'
import { listLineItems } from './list-line-items.ts'
import { sessionFields } from './session-fields.ts'
import { updateFields, updateSession } from './update-session.ts'

const path = '/v1/checkout/sessions'

export const sessionRoutes: Route[] = [
  route({ method: 'POST', path, fields: sessionFields, run: createSession }),
  retrieveRoute(`${path}/:id`, findSession),
  listRoute({
    path,
    kind: 'checkout.session',
    filters: {
      customer: text(),
      customer_account: text(),
      customer_details: object({ email: needed(emailAddress()) }),
      payment_intent: text(),
      payment_link: text(),
      status: choice('complete', 'expired', 'open'),
      subscription: text(),
    },
    conditions: (params) => [
      ...equal('customer', params.customer),
      ...equal('customer_account', params.customer_account),
      ...equal('customer_details.email', params.customer_details?.email),
      ...equal('payment_intent', params.payment_intent),
      ...equal('payment_link', params.payment_link),
      ...equal('status', params.status),
      ...equal('subscription', params.subscription),
    ],
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: updateFields,
    run: (call) => updateSession(call, findSession(call.account, call.id)),
  }),
  route({
    method: 'POST',
    path: `${path}/:id/expire`,
    fields: {},
    run({ account, id, request }) {
      const session = findSession(account, id)
      if (session.status === 'open') return expireSession(account, session, request)
      throw invalidRequest(
        'Only Checkout Sessions with a status in ["open"] can be expired. ' +
          `This Checkout Session has a status of "${session.status}".`,
      )
    },
  }),
  route({
    method: 'GET',
    path: `${path}/:id/line_items`,
    fields: pageFields,
    run({ account, id, params }) {
      findSession(account, id)
      return listLineItems(account, { session: id, page: params, url: `${path}/${id}/line_items` })
    },
  }),
]

/** The session of an id. Throws a 404. */
export function findSession(account: Account, id: string): Session {
  const session = account.store.find('checkout.session', id)
  if (session === null) throw noSuch('checkout.session', id)
  return session
}
