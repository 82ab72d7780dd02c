// One attempt to deliver a webhook: the event in the endpoint's version, signed afresh, ten seconds to answer.
import type { Account } from '../account.ts'
import { inShapeOf } from '../older-version/in-shape-of.ts'
import type { Event } from '../store/stripe-types.ts'
import type { Delivery } from './delivery-rows.ts'
import { webhookHeaders } from './sign-payload.ts'

const timeout = 10_000

/** Sends an event to its endpoint; gives the HTTP status, or null when there was no answer in ten seconds. */
export async function attemptDelivery(account: Account, delivery: Delivery): Promise<number | null> {
  const endpoint = account.store.find('webhook_endpoint', delivery.endpoint)
  const event = account.store.find('event', delivery.event)
  if (event === null || endpoint === null || endpoint.status !== 'enabled') return null
  const payload = renderEvent(account, event, endpoint.api_version)
  const headers = webhookHeaders({ payload, secret: endpoint.secret ?? '', at: account.signingTime() })
  try {
    const signal = AbortSignal.timeout(timeout)
    const response = await fetch(endpoint.url, {
      method: 'POST',
      body: payload,
      headers,
      redirect: 'manual',
      signal,
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

/** An event as a webhook carries it: in the endpoint's version, or else in the event's own. */
export function renderEvent(account: Account, event: Event, version: string | null): string {
  const name = version ?? event.api_version
  return JSON.stringify(inShapeOf(name, { ...event, api_version: name }, account), null, 2)
}
