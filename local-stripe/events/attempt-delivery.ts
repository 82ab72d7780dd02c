// One attempt to deliver a webhook: the event in the endpoint's version, signed afresh.
import type { Account } from '../account.ts'
import { inShapeOf } from '../older-version/in-shape-of.ts'
import type { Event } from '../store/stripe-types.ts'
import type { Delivery } from './delivery-rows.ts'
import { postWebhook, type WebhookAnswer } from './post-webhook.ts'
import { webhookHeaders } from './sign-payload.ts'
import { signingSecrets } from './endpoint-details.ts'

/** Sends an event to its endpoint; null when the endpoint is disabled or gone and so is not asked any more. */
export async function attemptDelivery(account: Account, delivery: Delivery): Promise<WebhookAnswer | null> {
  const endpoint = account.store.find('webhook_endpoint', delivery.endpoint)
  const event = account.store.find('event', delivery.event)
  if (event === null || endpoint === null || endpoint.status !== 'enabled') return null
  const payload = renderEvent(account, event, endpoint.api_version)
  const [secret, ...older] = signingSecrets(account, endpoint)
  const headers = webhookHeaders({ payload, secret, older, at: account.signingTime() })
  return postWebhook({ url: endpoint.url, headers, payload })
}

/** An event as a webhook carries it: in the endpoint's version, or else in the event's own. */
export function renderEvent(account: Account, event: Event, version: string | null): string {
  const name = version ?? event.api_version
  return JSON.stringify(inShapeOf(name, { ...event, api_version: name }, account), null, 2)
}
