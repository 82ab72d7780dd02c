// Checkout Sessions (https://docs.stripe.com/api/checkout/sessions).
import type { Account } from '../account.ts'
import { choice, object, text } from '../api/fields.ts'
import { equal, listRoute, pageFields, type Page } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { emailAddress, mergeMetadata, metadata } from '../api/shared-fields.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import type { Session } from '../store/stripe-types.ts'
import { createSession } from './create-session.ts'
import { expireSession } from './expire-session.ts'
import { sessionFields } from './session-fields.ts'

const path = '/v1/checkout/sessions'

export const sessionRoutes: Route[] = [
  route({ method: 'POST', path, fields: sessionFields, run: createSession }),
  retrieveRoute(`${path}/:id`, findSession),
  listRoute({
    path,
    kind: 'checkout.session',
    filters: {
      customer: text(),
      customer_details: object({ email: emailAddress() }),
      payment_intent: text(),
      status: choice('complete', 'expired', 'open'),
    },
    conditions: (params) => [
      ...equal('customer', params.customer),
      ...equal('customer_details.email', params.customer_details?.email),
      ...equal('payment_intent', params.payment_intent),
      ...equal('status', params.status),
    ],
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: { metadata: metadata() },
    run({ account, id, params }) {
      const session = findSession(account, id)
      const changed = { ...session, metadata: mergeMetadata(session.metadata ?? {}, params.metadata ?? {}) }
      account.store.save(changed)
      return changed
    },
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
      return listItemsOf(account, id, params)
    },
  }),
]

/** The session of an id. Throws a 404. */
export function findSession(account: Account, id: string): Session {
  const session = account.store.find('checkout.session', id)
  if (session === null) throw noSuch('checkout.session', id)
  return session
}

/** Line items come in the order in which they were sent, so their pages run the other way. */
function listItemsOf(account: Account, session: string, params: Page) {
  const url = `${path}/${session}/line_items`
  const items = account.store.children('item', session)
  const after = items.findIndex((item) => item.id === params.starting_after)
  const before = items.findIndex((item) => item.id === params.ending_before)
  const limit = Math.max(1, Math.min(params.limit ?? 10, 100))
  const rest = before === -1 ? items.slice(after + 1) : items.slice(Math.max(0, before - limit), before)
  const more = before === -1 ? rest.length > limit : before > limit
  return { object: 'list', data: rest.slice(0, limit), has_more: more, url }
}
