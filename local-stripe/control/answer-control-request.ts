// The control API under /_local/: what a test orders and looks at. None of it is Stripe's.
import type { Account } from '../account.ts'
import { json, type Reply } from '../http/reply.ts'
import { clockOrders } from './clock-orders.ts'
import { BadOrder, countIn, readBody } from './control-body.ts'
import { faultOrders } from './fault-orders.ts'
import type { Order } from './order.ts'
import { isOwnOrigin } from './own-origin.ts'
import { paymentOrders } from './payment-orders.ts'
import { stateOrders } from './state-orders.ts'
import { webhookOrders } from './webhook-orders.ts'

export type ControlRequest = {
  method: string
  path: string
  query: string
  /** Null when it was too large to be read. */
  body: string | null
  headers: Record<string, string | undefined>
}

const largestSnapshot = 512_000_000

const orders: Record<string, Order> = {
  'GET /_local/health': () => ({ ok: true }),
  'GET /_local/requests': (account, _body, query) => ({
    requests: account.requests.last(countIn(query, 'last', 100)),
  }),
  ...faultOrders,
  ...clockOrders,
  ...webhookOrders,
  ...paymentOrders,
  ...stateOrders,
}

/** Bytes that a body under this path may have; undefined for the usual limit. */
export function largestBody(path: string): number | undefined {
  return path === '/_local/restore' ? largestSnapshot : undefined
}

/** Answers a request to the control API. Pages of other sites, which a browser marks, have no say here. */
export function answerControlRequest(account: Account, request: ControlRequest): Reply {
  if (!isOwnOrigin(request.headers)) return json(403, { error: 'The control API is not for web pages.' })
  const order = orders[`${request.method} ${request.path}`]
  if (order === undefined) return noOrder(request)
  if (request.body === null) return json(413, { error: 'The body is too large.' })
  try {
    return json(200, order(account, readBody(request.body), new URLSearchParams(request.query)))
  } catch (error) {
    if (error instanceof BadOrder) return json(400, { error: error.message })
    throw error
  }
}

function noOrder({ method, path }: ControlRequest): Reply {
  const methods = Object.keys(orders).flatMap((name) => {
    const [one, at] = name.split(' ')
    return at === path && one !== undefined ? [one] : []
  })
  const error = `There is no ${method} ${path}.`
  if (methods.length === 0) return json(404, { error })
  return json(405, { error: `${error} There is ${methods.join(' and ')}.` }, { Allow: methods.join(', ') })
}
