// A webhook as it goes over the socket. The server signs: the CLI passes payload and headers on as they are.
import { webhookHeaders } from '../events/sign-payload.ts'
import { newId } from '../store/new-id.ts'

export type Frame = {
  type: 'webhook_event'
  endpoint: { api_version: string | null }
  event_payload: string
  http_headers: Record<string, string>
  webhook_conversation_id: string
  webhook_id: string
}

/**
 * The frame of a payload, signed at a moment in seconds. Stripe sends each event twice: in the account's version
 * (null), which `stripe listen` passes on, and in a named one, which `stripe listen --latest` passes on.
 */
export function eventFrame(event: {
  payload: string
  version: string | null
  secret: string
  at: number
}): Frame {
  const { payload, version, secret, at } = event
  return {
    type: 'webhook_event',
    endpoint: { api_version: version },
    event_payload: payload,
    http_headers: webhookHeaders({ payload, secret, at }),
    webhook_conversation_id: newId('wc_', 24),
    webhook_id: newId('wh_', 24),
  }
}
