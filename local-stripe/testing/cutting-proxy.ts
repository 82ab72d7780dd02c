// Stands between the Stripe CLI and Local Stripe, so that a test can cut sockets, make the CLI open its own anew more
// often, or put another server in the place of the first.
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { TestContext } from 'node:test'
import { listenForTest } from './webhook-receiver.ts'

/** Opens a proxy to a Local Stripe; `reconnectDelay` in seconds replaces the one that a session is told. */
export async function cuttingProxy(t: TestContext, options: { url: string; reconnectDelay?: number }) {
  let target = options.url
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (data: Buffer) => void chunks.push(data))
    request.on('end', () => {
      const { method = 'GET', url: path = '/', headers } = request
      const kept = {
        authorization: headers.authorization ?? '',
        'content-type': headers['content-type'] ?? '',
      }
      const body = method === 'GET' ? {} : { body: Buffer.concat(chunks).toString('utf8') }
      void fetch(target + path, { method, headers: kept, ...body })
        .then(async (answer) => {
          const text = (await answer.text()).replace(new URL(target).host, new URL(url).host)
          response.writeHead(answer.status, { 'Content-Type': 'application/json' })
          response.end(
            text.replace(/"reconnect_delay": \d+/, `"reconnect_delay": ${options.reconnectDelay ?? 60}`),
          )
        })
        .catch(() => response.destroy())
    })
  })
  server.on('upgrade', (request, socket: Socket) => {
    const onward = connect(Number(new URL(target).port), '127.0.0.1')
    const lines = request.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`))
    onward.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('')}\r\n`)
    sockets.add(socket)
    for (const one of [socket, onward]) one.on('error', () => undefined)
    socket.on('close', () => void (sockets.delete(socket), onward.destroy()))
    onward.on('close', () => socket.end())
    socket.pipe(onward).pipe(socket)
  })
  const url = await listenForTest(t, server)
  t.after(() => cut())
  function cut(): void {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url,
    /** Cuts every websocket, as a bad line does. */
    cut,
    /** Leads everything after this to another server, and cuts the websockets to the first. */
    moveTo(other: string): void {
      target = other
      cut()
    },
    open: () => sockets.size,
  }
}
