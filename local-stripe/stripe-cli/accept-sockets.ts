// The websocket that `stripe listen` opens. An id that nobody knows (after a restart) is refused with the one sentence
// on which the CLI starts a new session by itself.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isOwnHost } from '../http/own-host.ts'
import type { Listeners } from './listeners.ts'

const path = '/stripecli/subscribe'
const protocol = 'stripecli-devproxy-v1'

/** Lets a server take the sockets of the CLI. */
export function acceptSockets(server: Server, listeners: Listeners): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1_000_000,
    handleProtocols: () => protocol,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const id = String(request.headers['websocket-id'] ?? '')
    const known = request.url?.split('?', 1)[0] === path && listeners.has(id)
    if (!known || !isOwnHost(request.headers.host)) {
      refuse(socket)
      return
    }
    sockets.handleUpgrade(request, socket, head, (connection) => converse(connection, id, listeners))
  })
}

function converse(socket: WebSocket, id: string, listeners: Listeners): void {
  socket.on('message', (data) => listeners.hear(id, Buffer.isBuffer(data) ? data.toString('utf8') : ''))
  socket.on('close', () => listeners.disconnect(id, socket))
  socket.on('error', () => socket.terminate())
  listeners.connect(id, socket)
}

function refuse(socket: Duplex): void {
  const body = JSON.stringify({ error: { message: 'Unknown WebSocket ID.' } })
  const head = `HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
  socket.on('error', () => socket.destroy())
  socket.end(head + body)
}
