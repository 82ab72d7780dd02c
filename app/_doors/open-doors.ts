// The front door: what happens to every request before Next.js sees it, and to every answer before it leaves. It decides on
// nobody: it says who asks, where no header can lie, and gives every answer the headers that depend on settings.
import { randomBytes } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { type IncomingHttpHeaders, type IncomingMessage, Server, type ServerResponse } from 'node:http'
import { type Settings, settings } from '#env'
import { addressHeader } from './address-header.ts'
import { clientAddress } from './client-address.ts'
import { barePolicy, pagePolicy, policyHeader } from './content-security-policy.ts'
import { keepingAnswers, type Listener } from './kept-answers.ts'
import { sendingLean } from './lean-pages.ts'
import { styleSheets } from './style-sheets.ts'

const opened = Symbol.for('kiosk.doors')
const keeps = Symbol('keeps answers')
// Two years. Of this name alone: what else the owner has under it is not the shop's to forbid.
const transportSecurity = 'max-age=63072000'

interface Connection {
  readonly socket: { readonly server: unknown }
}

interface Arrival {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly server: Server
}

/** Opens the door of every HTTP server in this process, once. `next start` and `next dev` answer in one. */
export function openDoors(): void {
  if (opened in globalThis) return
  Object.assign(globalThis, { [opened]: true })
  warnOfProxy(settings())
  subscribe('net.server.socket', (connection) => staySame(connection as Connection))
  // https://nodejs.org/api/diagnostics_channel.html#http: it is told of a request before the server's own listeners are.
  subscribe('http.server.request.start', (arrival) => {
    keepAnswersOf((arrival as Arrival).server)
    meet(arrival as Arrival, settings())
  })
}

// `next dev` makes every page anew.
function keepAnswersOf(server: Server): void {
  if (keeps in server || process.env.NODE_ENV === 'development') return
  Object.assign(server, { [keeps]: true })
  const listeners = server.listeners('request') as Listener[]
  server.removeAllListeners('request')
  for (const listener of listeners) server.on('request', keepingAnswers(sendingLean(listener)))
}

// `next start` speaks no https, so that somebody else does it for the shop.
function warnOfProxy({ shopUrl, trustedProxies, rateLimits }: Settings): void {
  if (shopUrl.startsWith('https:') && trustedProxies === 0 && rateLimits === 'on')
    console.warn(
      'TRUSTED_PROXIES is not set: all shoppers behind one proxy count as one, and share one’s limits',
    )
}

// Whoever asks for another protocol (Upgrade) is answered in this one. Next.js listens for them, and then leaves their
// connections open for ever; where nobody listens, Node.js takes it for any other request. Only `next dev` needs its web socket.
function staySame({ socket: { server } }: Connection): void {
  if (server instanceof Server && process.env.NODE_ENV !== 'development') server.removeAllListeners('upgrade')
}

function meet({ request, response }: Arrival, current: Settings): void {
  const { headers, socket } = request
  headers[addressHeader] = clientAddress({
    socketAddress: socket.remoteAddress,
    forwardedFor: headers['x-forwarded-for']?.toString(),
    trustedProxies: current.trustedProxies,
  })
  forgetNextHeaders(headers)
  // Next.js gives its inline scripts the nonce it finds here: this answer's, never one that came with the request.
  const nonce = `'nonce-${randomBytes(16).toString('base64url')}'`
  headers['content-security-policy'] = `script-src ${nonce}`
  delete headers['content-security-policy-report-only']
  if (current.shopUrl.startsWith('https:')) response.setHeader('Strict-Transport-Security', transportSecurity)
  beforeHead(response, () => {
    // Whoever is answered while still sending gets no further: the rest of a body that nobody wants is not taken in.
    if (!request.complete) response.setHeader('Connection', 'close')
    const isPage = String(response.getHeader('Content-Type')).startsWith('text/html')
    // What is sent of a page is not as long as what Next.js made.
    if (isPage && request.method === 'HEAD') response.removeHeader('Content-Length')
    // A page from the cache has brought the policy of its own scripts.
    if (response.hasHeader(policyHeader)) return
    response.setHeader(policyHeader, isPage ? policyWith(nonce, current) : barePolicy)
  })
}

// What Next.js reads of its own scripts, and fails over when a stranger made it up. The shop's pages have no Server Functions
// to call, and lead to each other without script; only `next dev` brings parts of a page.
function forgetNextHeaders(headers: IncomingHttpHeaders): void {
  delete headers['next-action']
  if (process.env.NODE_ENV !== 'development') delete headers['next-router-state-tree']
}

function policyWith(nonce: string, current: Settings): string {
  const development = process.env.NODE_ENV === 'development'
  return pagePolicy(current, { scripts: [nonce], styles: styleSheets().hashes, development })
}

/** Runs `work` when the answer is known and nothing of it is sent. */
function beforeHead(response: ServerResponse, work: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    work()
    return writeHead(...args)
  }
}
