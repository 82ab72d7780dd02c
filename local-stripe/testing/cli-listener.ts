// A listener of a test that speaks as the Stripe CLI does, for what the CLI itself cannot be made to do.
import type { TestContext } from 'node:test'
import { WebSocket } from 'ws'
import type { Setup } from './local-stripe-for-test.ts'

export type CliSession = {
  secret: string
  websocket_id: string
  websocket_url: string
  websocket_authorized_feature: string
  display_connect_filter_warning: boolean
  reconnect_delay: number
}
export type CliFrame = {
  type: string
  endpoint: { api_version: string | null }
  event_payload: string
  payload: string
  http_headers: Record<string, string>
  webhook_conversation_id: string
  webhook_id: string
  request_log_id: string
}

/** Asks for a session as `stripe listen` (webhooks), `listen --all-thin` (v2_events) or `logs tail` (request_logs) do. */
export async function openCliSession(
  setup: Setup,
  features: string[] = ['webhooks'],
  filters?: Record<string, string[]>,
): Promise<CliSession> {
  const body = new URLSearchParams({ device_name: 'laptop' })
  for (const feature of features) body.append('websocket_features[]', feature)
  if (filters !== undefined) body.set('filters', JSON.stringify(filters))
  return (await setup.call('POST', '/v1/stripecli/sessions', { body: String(body) })).body
}

/** The socket of a session, as the CLI dials it. */
export function dial(t: TestContext, session: CliSession, headers: Record<string, string> = {}): WebSocket {
  const url = `${session.websocket_url}?websocket_feature=${session.websocket_authorized_feature}`
  const socket = new WebSocket(url, 'stripecli-devproxy-v1', {
    headers: { 'Websocket-Id': session.websocket_id, ...headers },
  })
  t.after(() => socket.terminate())
  return socket
}

/** Connects a session; `acknowledge` says whether a frame is. Gives the frames that came over this connection. */
export async function connect(
  t: TestContext,
  session: CliSession,
  acknowledge: (frame: CliFrame, socket: WebSocket) => boolean = () => true,
) {
  const socket = dial(t, session)
  const frames: CliFrame[] = []
  socket.on('error', () => undefined)
  socket.on('message', (data) => {
    const frame: CliFrame = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '')
    frames.push(frame)
    if (acknowledge(frame, socket)) socket.send(`${JSON.stringify(acknowledgement(frame))}\n`)
  })
  await new Promise((resolve) => void socket.once('open', resolve).once('close', resolve))
  if (socket.readyState === socket.OPEN) socket.ping()
  return { socket, frames }
}

function acknowledgement(frame: CliFrame) {
  const { type, webhook_conversation_id, webhook_id } = frame
  const id = type === 'v2_event' ? JSON.parse(frame.payload).id : frame.request_log_id
  return {
    type: 'event_ack',
    event_id: type === 'request_log_event' ? id : '',
    webhook_conversation_id,
    webhook_id: type === 'v2_event' ? id : webhook_id,
  }
}
