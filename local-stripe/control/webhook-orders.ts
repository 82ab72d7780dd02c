// Webhooks by order: held back, sent again, lost, late or in another order; and the endpoint that a demo needs.
import type { Account } from '../account.ts'
import { deliveryFaultNames, type DeliveryFaultOrder } from '../events/delivery-faults.ts'
import { subscribers } from '../events/record-event.ts'
import { webhookEndpointAt } from '../events/webhook-endpoint-at.ts'
import { BadOrder, countOf, flagOf, oneOf, textOf, type Body } from './control-body.ts'
import type { Order } from './order.ts'

export const webhookOrders: Record<string, Order> = {
  'GET /_local/webhooks': (account) => account.deliveries.state(),
  'POST /_local/webhooks/hold': (account, body) => {
    const held = flagOf(body, 'held')
    account.deliveries.hold(held)
    return { held }
  },
  'POST /_local/webhooks/faults': (account, body) => {
    const order = readFault(body)
    account.deliveryFaults.order(order)
    return order
  },
  'DELETE /_local/webhooks/faults': (account) => {
    account.deliveryFaults.clear()
    return { cleared: true }
  },
  'POST /_local/webhooks/redeliver': (account, body) => redeliver(account, textOf(body, 'event')),
  'POST /_local/webhooks/endpoint': (account, body) => endpointAt(account, textOf(body, 'url')),
}

function readFault(body: Body): DeliveryFaultOrder {
  const fault = oneOf(body, 'fault', deliveryFaultNames)
  const type = body['type'] === undefined ? null : textOf(body, 'type')
  return { fault, type, times: countOf(body, 'times', 1), ms: countOf(body, 'ms', 1000) }
}

/** Sends an event once more to whoever wants its type: a duplicate, as Stripe may send one. */
function redeliver(account: Account, id: string): object {
  const event = account.store.find('event', id)
  if (event === null) throw new BadOrder(`There is no event ${id}.`)
  const endpoints = subscribers(account, event.type)
  for (const endpoint of endpoints) account.deliveries.add({ event: id, endpoint: endpoint.id })
  return { event: id, endpoints: endpoints.length }
}

function endpointAt(account: Account, url: string): object {
  if (!URL.canParse(url)) throw new BadOrder('"url" must be an address.')
  const { id, secret } = webhookEndpointAt(account, url)
  return { id, url, secret }
}
