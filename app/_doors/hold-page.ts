// A page on its way out, held back until it is whole: what is sent of it is made of all of it.
import type { ServerResponse } from 'node:http'

interface Held {
  readonly chunks: Buffer[]
  /** Still written, ended and being made into what is sent, or on its way. */
  stage: 'written' | 'made' | 'sent'
}

type Ways = Record<'writeHead' | 'write' | 'end' | 'flushHeaders', (...args: unknown[]) => unknown>

/**
 * Holds back what is written of an answer that is a page, head and all, and sends what `finish` makes of it when it is whole.
 * Where that fails, the answer is cut off.
 */
export function holdPage(response: ServerResponse, finish: (page: Buffer) => Promise<Buffer>): void {
  const held: Held = { chunks: [], stage: 'written' }
  holdHead(response, held)
  holdBody(response, held, finish)
}

function isHeld(response: ServerResponse, { stage }: Held): boolean {
  const isPage = () => String(response.getHeader('Content-Type')).startsWith('text/html')
  return stage === 'written' && !response.headersSent && isPage()
}

function holdHead(response: ServerResponse, held: Held): void {
  const { flushHeaders, writeHead } = waysOf(response)
  const flush = () => (isHeld(response, held) ? undefined : flushHeaders())
  const head = (...args: unknown[]) => {
    if (held.stage === 'made') return response
    if (held.stage === 'written' && !response.headersSent) takeHead(response, args)
    return isHeld(response, held) ? response : writeHead(...args)
  }
  Object.assign(response, { flushHeaders: flush, writeHead: head })
}

function holdBody(response: ServerResponse, held: Held, finish: (page: Buffer) => Promise<Buffer>): void {
  const ways = waysOf(response)
  const write = (...args: unknown[]) => {
    // It has been ended: nothing that comes after that is of it.
    if (held.stage === 'made') return false
    if (!isHeld(response, held)) return ways.write(...args)
    keep(held, args[0])
    const written = args.at(-1)
    if (typeof written === 'function') process.nextTick(written)
    return true
  }
  const end = (...args: unknown[]) => {
    if (held.stage === 'made') return response
    if (!isHeld(response, held)) return ways.end(...args)
    keep(held, args[0])
    const letGo = (...page: Buffer[]) => {
      held.stage = 'sent'
      ways.end(...page, ...args.filter((each) => typeof each === 'function'))
    }
    if (held.chunks.length === 0) {
      letGo()
      return response
    }
    held.stage = 'made'
    finish(Buffer.concat(held.chunks))
      .then(letGo)
      .catch((error: unknown) => cutOff(response, error))
    return response
  }
  Object.assign(response, { write, end })
}

function waysOf(response: ServerResponse): Ways {
  return {
    writeHead: response.writeHead.bind(response) as Ways['writeHead'],
    write: response.write.bind(response) as Ways['write'],
    end: response.end.bind(response) as Ways['end'],
    flushHeaders: response.flushHeaders.bind(response),
  }
}

function keep({ chunks }: Held, chunk: unknown): void {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array))
}

function cutOff(response: ServerResponse, error: unknown): void {
  console.error(error)
  response.destroy()
}

// What a head is written with may be what says that it is a page's.
function takeHead(response: ServerResponse, [status, ...rest]: unknown[]): void {
  response.statusCode = Number(status)
  const headers = rest.at(-1)
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string)
}
