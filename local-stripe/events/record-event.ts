// Something happened: the event is stored, and put down for delivery to every endpoint that wants it.
// Must be called in the transaction that makes it true, so that no event tells of what was rolled back.
import { seconds, type Account } from '../account.ts'
import { newestVersion } from '../api/api-version.ts'
import type { RequestNames } from '../api/route.ts'
import { newId, siblingId } from '../store/new-id.ts'
import { keepAnswer } from '../api/keep-answers.ts'
import type { Balance, Event, Refund, Stored, StripeObject, WebhookEndpoint } from '../store/stripe-types.ts'

export type EventCause = {
  request?: RequestNames
  /** The API version of whoever made the object; endpoints with a version of their own see that one instead. */
  version?: string
  previous?: Record<string, unknown>
}

/** Records an event about an object as it is now, and gives it. */
export function recordEvent(
  account: Account,
  happened: { type: string; object: Stored[keyof Stored] | Balance },
  cause: EventCause = {},
): Event {
  const { type, object } = happened
  const endpoints = subscribers(account, type)
  const event: Event = {
    id: eventId(object),
    object: 'event',
    api_version: cause.version ?? newestVersion,
    created: seconds(account),
    data: { object, ...(cause.previous && { previous_attributes: cause.previous }) },
    livemode: false,
    pending_webhooks: endpoints.length + account.listeners.count(),
    request: cause.request ?? { id: null, idempotency_key: null },
    type,
  }
  keepAnswer({ event })
  account.store.insert('event', event, refundsOf(account, object))
  for (const endpoint of endpoints) account.deliveries.add({ event: event.id, endpoint: endpoint.id })
  account.listeners.publish(event)
  return event
}

/** A charge's refunds as they are now, hidden with the event: older versions show them inside the charge. */
function refundsOf(
  account: Account,
  object: Stored[keyof Stored] | Balance,
): { hidden?: { refunds: Refund[] } } {
  if (object.object !== 'charge') return {}
  return { hidden: { refunds: account.store.children('refund', object.id) } }
}

/** The enabled endpoints that want a type of event. */
export function subscribers(account: Account, type: string): WebhookEndpoint[] {
  const all = account.store.page('webhook_endpoint', { where: [], values: [], limit: 100 })
  return all.filter((endpoint) => endpoint.status === 'enabled' && wants(endpoint, type))
}

function wants(endpoint: WebhookEndpoint, type: string): boolean {
  return endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(type)
}

/** Events of one payment share its stem: `evt_3…`; all others begin with `evt_1`. */
function eventId(object: StripeObject | Balance): string {
  const stem = paymentOf(object)
  return stem === null ? newId('evt_1', 23) : siblingId('evt_', stem)
}

function paymentOf(object: StripeObject | Balance): string | null {
  if (object.object === 'payment_intent') return object.id
  if (object.object !== 'charge' && object.object !== 'refund') return null
  return 'payment_intent' in object && typeof object.payment_intent === 'string'
    ? object.payment_intent
    : null
}
