// Whether the sweep may ask what it has to ask, and whether Stripe sends the shop all events that mean something to it.
import { handledTypes } from '../domain/inbox/handlers.ts'
import { attempt, type Finding, type StripeClient } from './stripe-findings.ts'

const needs =
  'A restricted key needs Events: Read, Charges and Refunds: Read and Disputes: Read (Dashboard > Developers > API keys)'

/** Tries the lists that the sweep reads, and looks at the webhook endpoint of this shop, if Stripe has one. */
export async function sweepFindings(client: StripeClient, shopUrl: string): Promise<Finding[]> {
  const page = { limit: 1 }
  return [
    await attempt(
      'The key may list events, which finds those that were not delivered',
      () => client.events.list(page),
      needs,
    ),
    await attempt('The key may list refunds', () => client.refunds.list(page), needs),
    await attempt('The key may list disputes', () => client.disputes.list(page), needs),
    ...(await endpointFindings(client, `${shopUrl}/api/webhooks/stripe`)),
  ]
}

// None is no fault, for the Stripe CLI may forward the events; and neither is a key that may not look.
async function endpointFindings(client: StripeClient, url: string): Promise<Finding[]> {
  const { data } = await client.webhookEndpoints.list({ limit: 100 }).catch(() => ({ data: [] }))
  return data
    .filter((endpoint) => endpoint.url === url)
    .map(({ id, status, enabled_events: events }) => ({
      what: `Webhook endpoint ${id} at ${url}`,
      fix: status === 'enabled' ? missing(events) : 'It is disabled: Dashboard > Developers > Webhooks',
    }))
}

function missing(events: readonly string[]): string | null {
  if (events.includes('*')) return null
  const absent = handledTypes.filter((type) => !events.includes(type))
  if (absent.length === 0) return null
  return `It is not subscribed to ${absent.join(', ')}: what they tell is found up to an hour late (Dashboard > Developers > Webhooks)`
}
