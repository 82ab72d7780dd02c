// Faults of the API by order.
import { countOf, oneOf, textOf, type Body } from './control-body.ts'
import { faultNames, type FaultOrder } from './faults.ts'
import { taking, type Order } from './order.ts'

export const faultOrders: Record<string, Order> = {
  'GET /_local/faults': (account) => ({ faults: account.faults.list() }),
  'POST /_local/faults': taking(['fault', 'method', 'path', 'match', 'times', 'ms'], (account, body) => {
    const order = readFault(body)
    account.faults.order(order)
    return order
  }),
  'DELETE /_local/faults': (account) => {
    account.faults.clear()
    return { cleared: true }
  },
}

function readFault(body: Body): FaultOrder {
  const fault = oneOf(body, 'fault', faultNames)
  const method = body['method'] === undefined ? null : textOf(body, 'method').toUpperCase()
  const path = body['path'] === undefined ? '/v1/' : textOf(body, 'path')
  const match = body['match'] === undefined ? null : textOf(body, 'match')
  return { fault, method, path, match, times: countOf(body, 'times', 1), ms: countOf(body, 'ms', 1000) }
}
