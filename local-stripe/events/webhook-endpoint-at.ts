// The endpoint that somebody wants at every start, with a secret that can stand in a .env file: it is made from the
// address, so that it is the same even when nothing was kept.
import { createHmac } from 'node:crypto'
import type { Account } from '../account.ts'
import type { WebhookEndpoint } from '../store/stripe-types.ts'
import { keepAtReset } from './endpoint-details.ts'
import { createWebhookEndpoint } from './webhook-endpoints.ts'

/** The enabled endpoint of an address, made for all events if there is none. A reset leaves it. Throws a 400 when there are too many. */
export function webhookEndpointAt(account: Account, url: string): WebhookEndpoint {
  const all = account.store.page('webhook_endpoint', { where: [], values: [], limit: 100 })
  const existing = all.find((endpoint) => endpoint.url === url && endpoint.status === 'enabled')
  const endpoint =
    existing ?? createWebhookEndpoint(account, { url, enabled_events: ['*'], secret: secretOf(url) })
  keepAtReset(account, endpoint.id)
  return endpoint
}

function secretOf(url: string): string {
  return `whsec_${createHmac('sha256', 'webhook endpoint').update(url).digest('hex').slice(0, 32)}`
}
