// The control API under /_local/: what a test orders and looks at. None of it is Stripe's.
import type { Account } from '../account.ts'
import { json, type Reply } from '../http/reply.ts'
import { clockOrders } from './clock-orders.ts'
import { BadOrder, readBody } from './control-body.ts'
import { faultOrders } from './fault-orders.ts'
import type { Order } from './order.ts'
import { paymentOrders } from './payment-orders.ts'
import { webhookOrders } from './webhook-orders.ts'

export type ControlRequest = {
  method: string
  path: string
  query: string
  body: string | null
  origin: string | undefined
}

const orders: Record<string, Order> = {
  'GET /_local/health': () => ({ ok: true }),
  'GET /_local/requests': (account, _body, query) => ({
    requests: account.requests.last(Number(query.get('last') ?? 100)),
  }),
  ...faultOrders,
  ...clockOrders,
  ...webhookOrders,
  ...paymentOrders,
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
