// The pages that Next.js makes, on their way out: without React where nothing needs it, with their style sheet in them, and packed
// here, for only here they are whole. Streams and files pass as they come.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '#env'
import { pagePolicy, policyHeader } from './content-security-policy.ts'
import type { Listener } from './kept-answers.ts'
import { isNeedless } from './needless-modules.ts'
import { pack, type Packing, packingFor } from './pack.ts'
import { styleSheets } from './style-sheets.ts'
import { withWords } from './with-words.ts'
import { withoutRuntime } from './without-runtime.ts'

const pageAddress = /^\/(?!api\/|_next\/|pay\/)[^.?]*(?:\?|$)/

/**
 * What `listener` answers, but its pages without React where they work without, with their style sheet in them, and packed for
 * who asks.
 */
export function sendingLean(listener: Listener, isWithout = isNeedless, sheets = styleSheets()): Listener {
  return (request, response) => {
    if (isPage(request)) {
      const packing = packingFor(request.headers['accept-encoding'])
      // Next.js would pack it before it can be looked at.
      delete request.headers['accept-encoding']
      holdPage(response, (page) => {
        const html = response.statusCode < 500 ? page.toString() : withWords(page.toString())
        const lean = withoutRuntime(html, isWithout)
        const inline = { scripts: [], styles: sheets.hashes }
        if (lean !== html) response.setHeader(policyHeader, pagePolicy(settings(), inline))
        return packed(response, Buffer.from(sheets.inlined(lean)), packing)
      })
    }
    return listener(request, response)
  }
}

function isPage({ method, url = '' }: IncomingMessage): boolean {
  return method !== 'HEAD' && pageAddress.test(url)
}

function packed(response: ServerResponse, page: Buffer, packing: Packing): Buffer {
  const body = pack(page, packing)
  if (packing !== 'identity') response.setHeader('Content-Encoding', packing)
  if (!/accept-encoding/i.test(String(response.getHeader('Vary'))))
    response.appendHeader('Vary', 'Accept-Encoding')
  response.setHeader('Content-Length', body.byteLength)
  return body
}

/** Holds back what is written of an answer that is a page, head and all, and sends what `finish` makes of it when it is whole. */
function holdPage(response: ServerResponse, finish: (page: Buffer) => Buffer): void {
  const chunks: Buffer[] = []
  let isLetGo = false
  const [writeHead, write, end, flushHeaders] = [
    response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse,
    response.write.bind(response) as (...args: unknown[]) => boolean,
    response.end.bind(response) as (...args: unknown[]) => ServerResponse,
    response.flushHeaders.bind(response),
  ]
  const isHeld = () => {
    const type = String(response.getHeader('Content-Type'))
    return !isLetGo && !response.headersSent && type.startsWith('text/html')
  }
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as Uint8Array))
  }
  response.flushHeaders = () => (isHeld() ? undefined : flushHeaders())
  response.writeHead = (...args: unknown[]) => {
    if (!isLetGo && !response.headersSent) takeHead(response, args)
    return isHeld() ? response : writeHead(...args)
  }
  response.write = (...args: unknown[]) => {
    if (!isHeld()) return write(...args)
    keep(args[0])
    const written = args.at(-1)
    if (typeof written === 'function') process.nextTick(written)
    return true
  }
  response.end = (...args: unknown[]) => {
    if (!isHeld()) return end(...args)
    const ended = args.filter((each) => typeof each === 'function')
    keep(args[0])
    const page = chunks.length === 0 ? [] : [finish(Buffer.concat(chunks))]
    isLetGo = true
    return end(...page, ...ended)
  }
}

// What a head is written with may be what says that it is a page's.
function takeHead(response: ServerResponse, [status, ...rest]: unknown[]): void {
  response.statusCode = Number(status)
  const headers = rest.at(-1)
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string)
}
