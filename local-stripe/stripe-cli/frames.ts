// What goes over the socket to the CLI. The server signs: the CLI passes payload and headers on as they are.
import type { LoggedRequest } from '../control/request-log.ts'
import { webhookHeaders } from '../events/sign-payload.ts'

export type SnapshotFrame = {
  type: 'webhook_event'
  endpoint: { api_version: string | null }
  event_payload: string
  http_headers: Record<string, string>
  webhook_conversation_id: string
  webhook_id: string
}
export type ThinFrame = {
  type: 'v2_event'
  destination_id: string
  http_headers: Record<string, string>
  payload: string
}
export type LogFrame = { type: 'request_log_event'; event_payload: string; request_log_id: string }
export type Frame = SnapshotFrame | ThinFrame | LogFrame
type Signing = { payload: string; secret: string; at: number }

/**
 * A snapshot event, signed at a moment in seconds. Stripe sends each one twice: in the account's version (null), which
 * `stripe listen` passes on, and in a named one, which `stripe listen --latest` passes on.
 */
export function snapshotFrame(
  signing: Signing,
  names: { version: string | null; conversation: string; webhook: string },
): SnapshotFrame {
  return {
    type: 'webhook_event',
    endpoint: { api_version: names.version },
    event_payload: signing.payload,
    http_headers: webhookHeaders(signing),
    webhook_conversation_id: names.conversation,
    webhook_id: names.webhook,
  }
}

/** A thin event, signed at a moment in seconds. */
export function thinFrame(signing: Signing, destination: string): ThinFrame {
  return {
    type: 'v2_event',
    destination_id: destination,
    http_headers: webhookHeaders(signing),
    payload: signing.payload,
  }
}

/** A line of the request log. */
export function logFrame(request: LoggedRequest, id: string): LogFrame {
  const payload = {
    created_at: request.created,
    livemode: false,
    method: request.method,
    request_id: request.id,
    status: request.status,
    url: request.path,
    error: shownError(request.error ?? {}),
  }
  return { type: 'request_log_event', event_payload: JSON.stringify(payload), request_log_id: id }
}

const shown = ['type', 'charge', 'code', 'decline_code', 'message', 'param'] as const

function shownError(error: Record<string, unknown>): Record<string, string> {
  const texts = shown.map((name) => [name, error[name]]).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts)
}
