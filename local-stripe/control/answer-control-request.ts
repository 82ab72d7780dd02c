// The control API under /_local/: what a test orders and looks at. None of it is Stripe's.
import type { Account } from '../account.ts'
import { subscribers } from '../events/record-event.ts'
import { createWebhookEndpoint } from '../events/webhook-endpoints.ts'
import { json, type Reply } from '../http/reply.ts'
import { BadOrder, countOf, flagOf, readBody, textOf, type Body } from './control-body.ts'
import { faultNames, type FaultOrder } from './faults.ts'

export type ControlRequest = {
  method: string
  path: string
  query: string
  body: string | null
  origin: string | undefined
}
type Order = (account: Account, body: Body, query: URLSearchParams) => object

const orders: Record<string, Order> = {
  'GET /_local/health': () => ({ ok: true }),
  'GET /_local/requests': (account, _body, query) => ({
    requests: account.requests.last(Number(query.get('last') ?? 100)),
  }),
  'POST /_local/faults': (account, body) => {
    const order = readFault(body)
    account.faults.order(order)
    return order
  },
  'DELETE /_local/faults': (account) => {
    account.faults.clear()
    return { cleared: true }
  },
  'POST /_local/clock/advance': (account, body) => {
    account.moveClock(countOf(body, 'seconds', 0))
    return { now: account.clock() }
  },
  'POST /_local/webhooks/hold': (account, body) => {
    const held = flagOf(body, 'held')
    account.deliveries.hold(held)
    return { held }
  },
  'POST /_local/webhooks/redeliver': (account, body) => redeliver(account, textOf(body, 'event')),
  'POST /_local/webhooks/endpoint': (account, body) => endpointAt(account, textOf(body, 'url')),
}

/** Answers a request to the control API. Pages of other sites, which a browser marks with `Origin`, have no say here. */
export function answerControlRequest(account: Account, request: ControlRequest): Reply {
  if (request.origin !== undefined && request.origin !== account.url) {
    return json(403, { error: 'The control API is not for web pages.' })
  }
  const order = orders[`${request.method} ${request.path}`]
  if (order === undefined) return json(404, { error: `There is no ${request.method} ${request.path}.` })
  try {
    return json(200, order(account, readBody(request.body), new URLSearchParams(request.query)))
  } catch (error) {
    if (error instanceof BadOrder) return json(400, { error: error.message })
    throw error
  }
}

function readFault(body: Body): FaultOrder {
  const wanted = String(body['fault'])
  const fault = faultNames.find((name) => name === wanted)
  if (fault === undefined) throw new BadOrder(`"fault" must be one of ${faultNames.join(', ')}.`)
  const method = body['method'] === undefined ? null : textOf(body, 'method').toUpperCase()
  const path = body['path'] === undefined ? '/v1/' : textOf(body, 'path')
  return { fault, method, path, times: countOf(body, 'times', 1), ms: countOf(body, 'ms', 1000) }
}

/** Sends an event once more to whoever wants its type: a duplicate, as Stripe may send one. */
function redeliver(account: Account, id: string): object {
  const event = account.store.find('event', id)
  if (event === null) throw new BadOrder(`There is no event ${id}.`)
  const endpoints = subscribers(account, event.type)
  for (const endpoint of endpoints) account.deliveries.add({ event: id, endpoint: endpoint.id })
  return { event: id, endpoints: endpoints.length }
}

/** The endpoint of a URL with its secret, made if there is none: what a demo needs at every start. */
function endpointAt(account: Account, url: string): object {
  if (!URL.canParse(url)) throw new BadOrder('"url" must be an address.')
  const all = account.store.page('webhook_endpoint', { where: [], values: [], limit: 100 })
  const existing = all.find((endpoint) => endpoint.url === url && endpoint.status === 'enabled')
  const { id, secret } = existing ?? createWebhookEndpoint(account, { url, enabled_events: ['*'] })
  return { id, url, secret }
}
