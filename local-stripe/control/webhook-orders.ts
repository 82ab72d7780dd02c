// Webhooks by order: held back, sent again, lost, late or in another order; and the endpoint that a demo needs.
import { seconds, type Account } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import { deliveryFaultNames, type DeliveryFaultOrder } from '../events/delivery-faults.ts'
import { readAttempts, readDeliveries } from '../events/read-deliveries.ts'
import { subscribers } from '../events/record-event.ts'
import { eventTypes } from '../events/endpoint-choices.ts'
import { retrySchedules } from '../events/retry-delay.ts'
import { longestRoll, rollSecret } from '../events/endpoint-details.ts'
import { webhookEndpointAt } from '../events/webhook-endpoint-at.ts'
import type { WebhookEndpoint } from '../store/stripe-types.ts'
import { BadOrder, countOf, flagOf, oneOf, textOf, type Body } from './control-body.ts'
import { taking, type Order } from './order.ts'

export const webhookOrders: Record<string, Order> = {
  'GET /_local/webhooks': (account) => account.deliveries.state(),
  'GET /_local/webhooks/deliveries': (account, _body, query) =>
    deliveriesOf(account, query.get('event') ?? ''),
  'POST /_local/webhooks/hold': taking(['held'], (account, body) => {
    const held = flagOf(body, 'held')
    account.deliveries.set({ held })
    return { held }
  }),
  'POST /_local/webhooks/retries': taking(['schedule'], (account, body) => {
    const schedule = oneOf(body, 'schedule', retrySchedules)
    account.deliveries.set({ retries: schedule })
    return { schedule }
  }),
  'GET /_local/webhooks/faults': (account) => ({ faults: account.deliveryFaults.list() }),
  'POST /_local/webhooks/faults': taking(['fault', 'type', 'times', 'ms'], (account, body) => {
    const order = readFault(body)
    account.deliveryFaults.order(order)
    return order
  }),
  'DELETE /_local/webhooks/faults': (account) => {
    account.deliveryFaults.clear()
    return { cleared: true }
  },
  'POST /_local/webhooks/redeliver': taking(['event', 'endpoint'], (account, body) =>
    redeliver(account, body),
  ),
  'POST /_local/webhooks/endpoint': taking(['url'], (account, body) =>
    endpointAt(account, textOf(body, 'url')),
  ),
  'POST /_local/webhooks/roll': taking(['endpoint', 'hours'], (account, body) => roll(account, body)),
}

/** What became of an event: each delivery with its attempts, times in seconds. */
function deliveriesOf(account: Account, event: string): object {
  if (account.store.find('event', event) === null) throw new BadOrder(`There is no event ${event}.`)
  const deliveries = readDeliveries(account, event).map(({ id, endpoint, state, due }) => ({
    endpoint,
    state,
    next_attempt: state === 'pending' ? Math.ceil(due / 1000) : null,
    attempts: readAttempts(account, id).map(({ at, ...answer }) => ({
      at: Math.floor(at / 1000),
      ...answer,
    })),
  }))
  return { event, deliveries }
}

function readFault(body: Body): DeliveryFaultOrder {
  const fault = oneOf(body, 'fault', deliveryFaultNames)
  const type = body['type'] === undefined ? null : textOf(body, 'type')
  if (type !== null && !eventTypes.includes(type)) throw new BadOrder(`There is no event type ${type}.`)
  return { fault, type, times: countOf(body, 'times', 1), ms: countOf(body, 'ms', 1000) }
}

/** Sends an event once more to whoever wants its type, or to one endpoint: a duplicate, as Stripe may send one. */
function redeliver(account: Account, body: Body): object {
  const id = textOf(body, 'event')
  const event = account.store.find('event', id)
  if (event === null) throw new BadOrder(`There is no event ${id}.`)
  const wanting =
    body['endpoint'] === undefined ? subscribers(account, event.type) : [enabledEndpoint(account, body)]
  for (const endpoint of wanting) account.deliveries.add({ event: id, endpoint: endpoint.id })
  return { event: id, endpoints: wanting.length }
}

function enabledEndpoint(account: Account, body: Body): WebhookEndpoint {
  const endpoint = findEndpoint(account, body)
  if (endpoint.status === 'enabled') return endpoint
  throw new BadOrder(`The webhook endpoint ${endpoint.id} is disabled.`)
}

function findEndpoint(account: Account, body: Body): WebhookEndpoint {
  const id = textOf(body, 'endpoint')
  const endpoint = account.store.find('webhook_endpoint', id)
  if (endpoint === null) throw new BadOrder(`There is no webhook endpoint ${id}.`)
  return endpoint
}

/** The endpoint of a URL with its secret, made if there is none: what a demo needs at every start. A reset leaves it. */
function endpointAt(account: Account, url: string): object {
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new BadOrder('"url" must be an http or https address.')
  const { id, secret } = takeOrMake(account, url)
  return { id, url, secret }
}

function takeOrMake(account: Account, url: string): WebhookEndpoint {
  try {
    return webhookEndpointAt(account, url)
  } catch (error) {
    if (error instanceof StripeError) throw new BadOrder(error.message)
    throw error
  }
}

/** What the Dashboard's "roll secret" does; the answer carries the new secret. */
function roll(account: Account, body: Body): object {
  const endpoint = findEndpoint(account, body)
  const hours = countOf(body, 'hours', 0)
  if (hours > longestRoll) throw new BadOrder(`"hours" must be at most ${longestRoll}.`)
  const { id, secret } = account.store.transaction(() => rollSecret(account, endpoint, hours))
  return { endpoint: id, secret, previous_secret_expires_at: seconds(account) + hours * 3600 }
}
