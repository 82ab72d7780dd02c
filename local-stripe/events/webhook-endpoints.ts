// Webhook endpoints (https://docs.stripe.com/api/webhook_endpoints). The secret is shown once, at creation.
import { seconds, type Account } from '../account.ts'
import { choice, clearable, flag, list, needed } from '../api/fields.ts'
import { listObjects, pageFields } from '../api/list-objects.ts'
import { retrieveRoute, route, type Route } from '../api/route.ts'
import { mergeMetadata, metadata, webAddress } from '../api/shared-fields.ts'
import { invalidRequest, noSuch, notImitated } from '../api/stripe-error.ts'
import { newId } from '../store/new-id.ts'
import type { WebhookEndpoint } from '../store/stripe-types.ts'
import { endpointVersions, eventTypes } from './endpoint-choices.ts'
import { newSecret } from './endpoint-details.ts'

const path = '/v1/webhook_endpoints'
const most = 16
const enabledEvents = list(choice(...eventTypes, '*'), 500)
const settings = { description: clearable(), metadata: metadata(), enabled_events: enabledEvents }

export const webhookEndpointRoutes: Route[] = [
  route({
    method: 'POST',
    path,
    fields: {
      ...settings,
      enabled_events: needed(enabledEvents),
      url: needed(webAddress()),
      api_version: choice(...endpointVersions),
      connect: flag(),
    },
    run({ account, params: { connect, ...params } }) {
      if (connect) throw notImitated('endpoints for connected accounts', 'connect')
      return createWebhookEndpoint(account, params)
    },
  }),
  retrieveRoute(`${path}/:id`, (account, id) => withoutSecret(find(account, id))),
  route({
    method: 'GET',
    path,
    fields: pageFields,
    run({ account, params }) {
      const found = listObjects(account, {
        kind: 'webhook_endpoint',
        url: path,
        page: params,
        conditions: [],
      })
      return { ...found, data: found.data.map(withoutSecret) }
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id`,
    fields: { ...settings, url: webAddress(), disabled: flag() },
    run: ({ account, id, params }) => withoutSecret(update(account, find(account, id), params)),
  }),
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    fields: {},
    run({ account, id }) {
      account.store.remove(find(account, id).id)
      account.deliveries.drop(id)
      return { id, object: 'webhook_endpoint', deleted: true }
    },
  }),
]

type Settings = {
  url?: string | undefined
  enabled_events?: string[] | undefined
  description?: string | null | undefined
  metadata?: Record<string, string> | undefined
}

/** Creates an endpoint; the answer carries its secret, as no later one does. Throws a 400 for the seventeenth. */
export function createWebhookEndpoint(
  account: Account,
  params: Settings & {
    url: string
    enabled_events: string[]
    api_version?: string | undefined
    secret?: string
  },
): WebhookEndpoint {
  const existing = account.store.page('webhook_endpoint', { where: [], values: [], limit: most })
  if (existing.length >= most)
    throw invalidRequest(`You have reached the maximum of ${most} test webhook endpoints.`)
  const endpoint: WebhookEndpoint = {
    id: newId('we_1', 23),
    object: 'webhook_endpoint',
    api_version: params.api_version ?? null,
    application: null,
    created: seconds(account),
    description: params.description ?? null,
    enabled_events: someEvents(params.enabled_events),
    livemode: false,
    metadata: params.metadata ?? {},
    secret: params.secret ?? newSecret(),
    status: 'enabled',
    url: params.url,
  }
  account.store.insert('webhook_endpoint', endpoint)
  return endpoint
}

function update(
  account: Account,
  endpoint: WebhookEndpoint,
  params: Settings & { disabled?: boolean | undefined },
): WebhookEndpoint {
  const { url, enabled_events, description, disabled } = params
  const changed: WebhookEndpoint = {
    ...endpoint,
    ...(url !== undefined && { url }),
    ...(description !== undefined && { description }),
    ...(enabled_events !== undefined && { enabled_events: someEvents(enabled_events) }),
    ...(disabled !== undefined && { status: disabled ? 'disabled' : 'enabled' }),
    metadata: mergeMetadata(endpoint.metadata, params.metadata ?? {}),
  }
  account.store.save(changed)
  return changed
}

function find(account: Account, id: string): WebhookEndpoint {
  const endpoint = account.store.find('webhook_endpoint', id)
  if (endpoint === null) throw noSuch('webhook endpoint', id, 'webhook_endpoint')
  return endpoint
}

function someEvents(events: string[]): string[] {
  if (events.length > 0) return events
  throw invalidRequest('You must specify at least one event.', { param: 'enabled_events' })
}

function withoutSecret(endpoint: WebhookEndpoint): WebhookEndpoint {
  const { secret: _secret, ...shown } = endpoint
  return shown
}
