// POST /v1/stripecli/sessions: how `stripe listen` and `stripe logs tail` ask for a websocket and a signing secret.
import { newestVersion } from '../api/api-version.ts'
import { choice, list, text } from '../api/fields.ts'
import { route, type Route } from '../api/route.ts'
import { authorizedFeature } from './accept-sockets.ts'
import { cliSecret } from './cli-secret.ts'
import { features as known } from './listeners.ts'
import { hasConnectFilter, readLogFilters } from './log-filters.ts'

/** Seconds after which the CLI opens its socket anew: its own default, Stripe's is not known. */
const reconnectDelay = 60

export const cliSessionRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/stripecli/sessions',
    fields: {
      device_name: text(),
      filters: text(),
      forward_connect_to_url: text(),
      forward_thin_connect_to_url: text(),
      forward_thin_to_url: text(),
      forward_to_url: text(),
      websocket_features: list(choice(...known), known.length),
    },
    run({ account, key, params }) {
      const asked = new Set(params.websocket_features ?? [])
      const features = asked.size === 0 ? (['webhooks'] as const) : [...asked]
      const filters = readLogFilters(params.filters ?? '{}')
      const secret = cliSecret(key)
      return {
        default_version: newestVersion,
        device_token: '',
        display_connect_filter_warning: hasConnectFilter(filters),
        latest_version: newestVersion,
        reconnect_delay: reconnectDelay,
        secret,
        websocket_authorized_feature: authorizedFeature(features),
        websocket_id: account.listeners.register({ features, secret, filters }),
        websocket_url: `${account.url.replace('http', 'ws')}/stripecli/subscribe`,
      }
    },
  }),
]
