// POST /v1/stripecli/sessions: how `stripe listen` asks for a websocket and a signing secret.
import { list, text } from '../api/fields.ts'
import { newestVersion } from '../api/api-version.ts'
import { route, type Route } from '../api/route.ts'
import { notImitated } from '../api/stripe-error.ts'
import { cliSecret } from './cli-secret.ts'

const longestConnection = 24 * 3600

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
      websocket_features: list(text(), 10),
    },
    run({ account, key, params }) {
      const feature = params.websocket_features?.[0] ?? 'webhooks'
      if (feature !== 'webhooks') throw notImitated(`${feature} for the Stripe CLI`, 'websocket_features')
      const secret = cliSecret(key)
      return {
        default_version: newestVersion,
        device_token: '',
        display_connect_filter_warning: false,
        latest_version: newestVersion,
        reconnect_delay: longestConnection,
        secret,
        websocket_authorized_feature: feature,
        websocket_id: account.listeners.register(secret),
        websocket_url: `${account.url.replace('http', 'ws')}/stripecli/subscribe`,
      }
    },
  }),
]
