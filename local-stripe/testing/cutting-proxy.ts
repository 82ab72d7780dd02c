// Stands between the Stripe CLI and Local Stripe, so that a test can cut sockets, make the CLI open its own anew more
// often, or put another server in the place of the first.
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { TestContext } from 'node:test'
import { listenForTest } from './webhook-receiver.ts'

type Way = { url: string; target: string; reconnectDelay: number; sockets: Set<Socket>; opened: number }

/** Opens a proxy to a Local Stripe; `reconnectDelay` in seconds replaces the one that a session is told. */
export async function cuttingProxy(t: TestContext, options: { url: string; reconnectDelay?: number }) {
  const { url: target, reconnectDelay = 60 } = options
  const way: Way = { url: '', target, reconnectDelay, sockets: new Set(), opened: 0 }
  const server = createServer((request, response) => {
    void pass(way, request)
      .then(({ status, text }) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(text),
      )
      .catch(() => response.destroy())
  })
  server.on('upgrade', (request, socket: Socket) => tunnel(way, request, socket))
  way.url = await listenForTest(t, server)
  const cut = () => {
    for (const socket of way.sockets) socket.destroy()
  }
  t.after(cut)
  return {
    url: way.url,
    /** Cuts every websocket, as a bad line does. */
    cut,
    /** Leads everything after this to another server, and cuts the websockets to the first. */
    moveTo(other: string): void {
      way.target = other
      cut()
    },
    /** How many websockets were opened so far. */
    opened: () => way.opened,
  }
}

async function pass(way: Way, request: IncomingMessage): Promise<{ status: number; text: string }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const { method = 'GET', url: path = '/', headers: sent } = request
  const headers = { authorization: sent.authorization ?? '', 'content-type': sent['content-type'] ?? '' }
  const body = Buffer.concat(chunks).toString('utf8')
  const answer = await fetch(way.target + path, { method, headers, ...(body !== '' && { body }) })
  const text = (await answer.text())
    .replaceAll(new URL(way.target).host, new URL(way.url).host)
    .replace(/"reconnect_delay": \d+/, `"reconnect_delay": ${way.reconnectDelay}`)
  return { status: answer.status, text }
}

function tunnel(way: Way, request: IncomingMessage, socket: Socket): void {
  const onward = connect(Number(new URL(way.target).port), '127.0.0.1')
  const lines = request.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`))
  onward.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('')}\r\n`)
  way.sockets.add(socket)
  way.opened += 1
  for (const one of [socket, onward]) one.on('error', () => undefined)
  socket.on('close', () => {
    way.sockets.delete(socket)
    onward.destroy()
  })
  onward.on('close', () => socket.end())
  socket.pipe(onward).pipe(socket)
}
