// Answers kept as they were sent, to be sent again. Next.js keeps static pages, but finds, names and compresses them anew for
// every visitor, which takes ten times as long. Kept for seconds, bounded in memory, and not when the catalogue has changed.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { LRUCache } from 'next/dist/server/lib/lru-cache.js'
import { createFreshness, type Freshness } from './freshness.ts'
import { requestKey } from './request-key.ts'

const mostBytes = 16 * 2 ** 20
// A page says for how long it holds, and Next.js sees to that: it is asked again soon.
const mostMs = 10_000
// Which products an answer shows cannot be seen once it is compressed: any change is one of them.
const anyList = { path: '/', html: '' }

interface KeptAnswer {
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
  readonly keptAt: number
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** What `listener` answers, but for static pages that it has answered from its cache just before: those are sent from here. */
export function keepingAnswers(
  listener: Listener,
  clock: () => number = Date.now,
  freshness: Freshness = createFreshness(clock),
): Listener {
  const answers = new LRUCache<KeptAnswer>(mostBytes, ({ body }) => body.byteLength + 2_000)

  function find(key: string): KeptAnswer | undefined {
    const kept = answers.get(key)
    if (!kept || clock() > kept.keptAt + mostMs) return undefined
    return freshness.isOld({ ...anyList, keptAt: kept.keptAt }) ? undefined : kept
  }

  async function answer(key: string, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    await freshness.look()
    const kept = find(key)
    if (kept) return send(kept, request, response)
    // Before it is made: what changes while it is being made is newer.
    const keptAt = clock()
    whenSent(response, (body) => {
      if (isKeepable(response)) answers.set(key, { headers: { ...response.getHeaders() }, body, keptAt })
    })
    return listener(request, response)
  }

  return (request, response) => {
    const key = requestKey(request)
    return key === null ? listener(request, response) : answer(key, request, response)
  }
}

function send({ headers, body }: KeptAnswer, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value)
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? []
  if (!known.includes(String(headers['etag']))) {
    response.setHeader('Content-Length', body.byteLength)
    response.end(body)
    return
  }
  for (const name of ['Content-Type', 'Content-Length', 'Content-Encoding']) response.removeHeader(name)
  response.writeHead(304).end()
}

/** Whether Next.js took the answer from its cache itself, and it says so. */
function isKeepable(response: ServerResponse): boolean {
  return (
    response.statusCode === 200 &&
    response.getHeader('x-nextjs-prerender') === '1' &&
    response.getHeader('x-nextjs-cache') === 'HIT' &&
    !response.hasHeader('Set-Cookie') &&
    response.getHeader('Connection') !== 'close'
  )
}

/** Tells `then` the whole body, as it goes out, once all of it is written. */
function whenSent(response: ServerResponse, then: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const note = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.write = (...args: unknown[]) => {
    note(args[0])
    return write(...args)
  }
  response.end = (...args: unknown[]) => {
    note(args[0])
    end(...args)
    then(Buffer.concat(chunks))
    return response
  }
}
