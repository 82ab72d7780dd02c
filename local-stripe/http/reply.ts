// What a door of the server answers: a reply to send, or nothing because the connection is to be cut or left hanging.
import type { ServerResponse } from 'node:http'

export type Reply = { status: number; headers?: Record<string, string>; body?: string }
export type Outcome = Reply | 'cut' | 'hang'

/** Sends a reply. */
export function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'hang') return
  if (outcome === 'cut') {
    response.socket?.destroy()
    return
  }
  const body = outcome.body ?? ''
  response.writeHead(outcome.status, { ...outcome.headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

/** A reply in JSON, indented as Stripe's are. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  const body = JSON.stringify(value, null, 2)
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body }
}

/** A redirect that turns a POST into a GET. */
export function seeOther(location: string): Reply {
  return { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } }
}
