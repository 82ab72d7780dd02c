// Events (https://docs.stripe.com/api/events): retrieve, list, and send again.
import { seconds, type Account } from '../account.ts'
import { choice, flag, list, text } from '../api/fields.ts'
import { equal, listRoute, type Condition } from '../api/list-objects.ts'
import { route, type Route } from '../api/route.ts'
import { invalidRequest, noSuch } from '../api/stripe-error.ts'
import type { Event } from '../store/stripe-types.ts'
import { undelivered } from './delivery-counts.ts'
import { subscribers } from './record-event.ts'

/** The clause for events that at least one endpoint has not taken: still on their way, or given up. */
const notTaken = `seq IN (SELECT seq FROM objects WHERE id IN (SELECT event FROM (${undelivered})))`

/** Stripe shows an event for 30 days: https://docs.stripe.com/api/events */
const shownFor = 30 * 24 * 3600

export const eventRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/events/:id',
    fields: {},
    run: ({ account, id }) => retrieve(account, id),
  }),
  withPending(
    listRoute({
      path: '/v1/events',
      kind: 'event',
      filters: { type: text(), types: list(text(), 20), delivery_success: flag() },
      conditions({ type, types, delivery_success }, account) {
        if (type !== undefined && types !== undefined) throw bothTypes()
        const remembered = { sql: 'created > ?', values: [forgottenUntil(account)] }
        return [remembered, ...delivered(delivery_success), ...ofType(type), ...oneOf(types)]
      },
    }),
  ),
  route({
    method: 'POST',
    path: '/v1/events/:id/retry',
    fields: { for_stripecli: choice('true', 'false'), webhook_endpoint: text(), account: text() },
    run({ account, id, params }) {
      const event = retrieve(account, id)
      resend(account, event, params)
      return event
    },
  }),
]

/** Sends an event again: to one endpoint, to the Stripe CLI, or to whoever wants its type. */
export function resend(
  account: Account,
  event: Event,
  to: { webhook_endpoint?: string | undefined; for_stripecli?: string | undefined },
): void {
  if (to.for_stripecli === 'true') {
    account.listeners.publish(event)
    return
  }
  if (to.webhook_endpoint === undefined) {
    for (const endpoint of subscribers(account, event.type)) {
      account.deliveries.add({ event: event.id, endpoint: endpoint.id })
    }
    return
  }
  const endpoint = account.store.find('webhook_endpoint', to.webhook_endpoint)
  if (endpoint === null) {
    const message = `No such webhook endpoint: '${to.webhook_endpoint}'`
    throw invalidRequest(message, { code: 'resource_missing', param: 'webhook_endpoint' })
  }
  if (endpoint.status !== 'enabled') {
    const message = 'Events cannot be sent to a webhook endpoint that is disabled.'
    throw invalidRequest(message, { param: 'webhook_endpoint' })
  }
  account.deliveries.add({ event: event.id, endpoint: endpoint.id })
}

function retrieve(account: Account, id: string): Event {
  const event = account.store.find('event', id)
  if (event === null || event.created <= forgottenUntil(account)) throw noSuch('event', id)
  return { ...event, pending_webhooks: account.deliveries.pending(id) }
}

/** In seconds. */
function forgottenUntil(account: Account): number {
  return seconds(account) - shownFor
}

/** `pending_webhooks` changes after an event was stored, so a list counts it anew. */
function withPending(listing: Route): Route {
  return {
    ...listing,
    prepare(form) {
      const run = listing.prepare(form)
      return (circumstances) => {
        const found = run(circumstances)
        if (!('data' in found) || !Array.isArray(found.data)) return found
        const { account } = circumstances
        const data = found.data.map((event: Event) => ({
          ...event,
          pending_webhooks: account.deliveries.pending(event.id),
        }))
        return { ...found, data }
      }
    },
  }
}

/** A type, or a group of them with `*` in its name. */
function ofType(type: string | undefined): Condition[] {
  if (!type?.includes('*')) return equal('type', type)
  const pattern = type.replaceAll(/[[?]/g, (sign) => `[${sign}]`)
  return [{ sql: "json_extract(body, '$.type') GLOB ?", values: [pattern] }]
}

function bothTypes(): Error {
  return invalidRequest('You may only specify one of these parameters: type, types.', { param: 'type' })
}

function oneOf(types: string[] | undefined): Condition[] {
  if (types === undefined || types.length === 0) return []
  const marks = types.map(() => '?').join(', ')
  return [{ sql: `json_extract(body, '$.type') IN (${marks})`, values: types }]
}

function delivered(success: boolean | undefined): Condition[] {
  if (success === undefined) return []
  return [{ sql: success ? `NOT ${notTaken}` : notTaken, values: [] }]
}
