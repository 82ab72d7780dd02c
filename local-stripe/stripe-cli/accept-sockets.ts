// The websocket that `stripe listen` opens. An id that nobody knows (after a restart) is refused with the one sentence
// on which the CLI starts a new session by itself.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket, WebSocketServer } from 'ws'
import { isOwnHost } from '../http/own-host.ts'
import type { Listeners } from './listeners.ts'
import { readMessage } from './read-message.ts'

const path = '/stripecli/subscribe'
const protocol = 'stripecli-devproxy-v1'
const largestMessage = 1_000_000
const mostUnread = 50_000_000

/** Lets a server take the sockets of the CLI. */
export function acceptSockets(server: Server, listeners: Listeners): void {
  let sockets: Promise<WebSocketServer> | undefined
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const id = String(request.headers['websocket-id'] ?? '')
    const reason = reasonToRefuse(request, listeners.featuresOf(id))
    if (reason !== null) {
      refuse(socket, reason)
      return
    }
    socket.on('error', () => socket.destroy())
    sockets ??= prepareSockets()
    void sockets.then((taker) =>
      taker.handleUpgrade(request, socket, head, (connection) => converse(connection, id, listeners)),
    )
  })
}

/** Loaded for the first socket, so that a start is quick. */
async function prepareSockets(): Promise<WebSocketServer> {
  const ws = await import('ws')
  return new ws.WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    handleProtocols: () => protocol,
  })
}

/** What `websocket_authorized_feature` names, and the CLI repeats in the address. */
export function authorizedFeature(features: readonly string[]): string {
  return features.join(',')
}

type Refusal = { status: string; message: string }

function reasonToRefuse(request: IncomingMessage, features: readonly string[] | null): Refusal | null {
  if (!isOwnHost(request.headers.host)) {
    return { status: '403 Forbidden', message: 'Local Stripe answers at 127.0.0.1 and localhost only.' }
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (pathname !== path) return { status: '404 Not Found', message: `There is no websocket at ${pathname}.` }
  if (features === null) return { status: '401 Unauthorized', message: 'Unknown WebSocket ID.' }
  const feature = searchParams.get('websocket_feature') ?? ''
  if (feature === authorizedFeature(features)) return null
  return { status: '400 Bad Request', message: 'The session is not authorized for this websocket_feature.' }
}

function converse(socket: WebSocket, id: string, listeners: Listeners): void {
  const connection = {
    isOpen: () => socket.readyState === socket.OPEN,
    send(text: string): void {
      // Whoever reads nothing any more is hung up on; coming back, they get what they have not acknowledged.
      if (socket.bufferedAmount > mostUnread) socket.terminate()
      else socket.send(text)
    },
    close: (code: number, reason: string) => socket.close(code, reason),
  }
  socket.on('message', (data, isBinary) => {
    const message = isBinary || !Buffer.isBuffer(data) ? null : readMessage(data.toString('utf8'))
    if (message === null) socket.close(1008, 'Not a message of the Stripe CLI')
    else if (message.type === 'event_ack') listeners.acknowledge(id, message.key)
  })
  socket.on('ping', () => listeners.settle(id))
  socket.on('close', () => listeners.disconnect(id, connection))
  socket.on('error', () => socket.terminate())
  listeners.connect(id, connection)
}

function refuse(socket: Duplex, { status, message }: Refusal): void {
  const body = JSON.stringify({ error: { message } })
  const head = `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`
  socket.on('error', () => socket.destroy())
  socket.end(head + body)
}
