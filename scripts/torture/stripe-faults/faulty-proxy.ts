// A proxy in front of a shop's Local Stripe that breaks the next calls, one after another, in the ways in which Stripe and the
// network between break.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, createServer, request as ask, type ServerResponse } from 'node:http'
import { once } from 'node:events'

export const faults = [
  'refused',
  'hang',
  'hang-after-effect',
  'reset',
  'reset-after-effect',
  '429',
  'unsaved',
  '500-after-effect',
] as const
export type Fault = (typeof faults)[number]

interface ProxyRequest {
  readonly stripeUrl: string
  /** Stands as long as the next call is to find nobody listening; the preload takes it away when it has seen to that. */
  readonly refusal: string
}

const sessions = '/v1/checkout/sessions'

/** Breaks the calls of one shop. */
export class FaultyProxy {
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #request: ProxyRequest
  #next: Fault[] = []
  #isConflict = false
  // Of the shopper whose calls are broken: the shop's sweep, which asks after others, is left alone.
  #paths = new Set([sessions])

  constructor(request: ProxyRequest) {
    this.#request = request
  }

  /** Opens a port of its own and gives its address. */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
    return `http://127.0.0.1:${address.port}`
  }

  /** Breaks the next calls for a new shopper in this order, and no others. `isConflict`: what is not saved is a 409, not a 500. */
  breakNext(next: readonly Fault[], { isConflict = false } = {}): void {
    this.#paths = new Set([sessions])
    this.#next = [...next]
    this.#isConflict = isConflict
    this.#prepareRefusal()
  }

  /** How many of the calls to be broken have not come yet. */
  left(): number {
    this.#noteRefusal()
    return this.#next.length
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #prepareRefusal(): void {
    if (this.#next[0] === 'refused') writeFileSync(this.#request.refusal, [...this.#paths].join('\n'))
    else rmSync(this.#request.refusal, { force: true })
  }

  #noteRefusal(): void {
    if (this.#next[0] === 'refused' && !existsSync(this.#request.refusal)) this.#take()
  }

  #take(): Fault | null {
    const fault = this.#next.shift() ?? null
    this.#prepareRefusal()
    return fault
  }

  #faultOf({ url = '', method }: IncomingMessage): Fault | null {
    const [path = ''] = url.split('?')
    const isTheirs = path === sessions ? method === 'POST' : this.#paths.has(path.replace(/\/expire$/, ''))
    if (!isTheirs) return null
    this.#noteRefusal()
    // A call that was on its way before the refusal stood.
    return this.#next[0] === 'refused' ? null : this.#take()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.#faultOf(request)
    const body = await readAll(request).catch(() => null)
    if (body === null || fault === 'hang') return
    if (fault === 'reset') return void response.socket?.resetAndDestroy()
    if (fault === '429') return refuse(response, 429, { code: 'rate_limit', type: 'invalid_request_error' })
    if (fault === 'unsaved')
      return this.#isConflict ? refuse(response, 409, inUse) : refuse(response, 500, unknown)
    await this.#forward(fault, { request, body, response })
  }

  async #forward(fault: Fault | null, call: Call): Promise<void> {
    if (fault === '500-after-effect') await this.#orderSavedError()
    const answer = await forward(this.#request.stripeUrl, call).catch(() => null)
    const { response } = call
    this.#follow(answer?.body.toString() ?? '')
    if (answer === null) return void response.socket?.resetAndDestroy()
    if (fault === 'hang-after-effect') return
    response.writeHead(answer.status, answer.headers)
    if (fault !== 'reset-after-effect') return void response.end(answer.body)
    // In the middle of the answer.
    response.write(answer.body.subarray(0, answer.body.length / 2), () => response.socket?.resetAndDestroy())
  }

  #follow(body: string): void {
    const [, id] = /"id": "(cs_\w+)",\s*"object": "checkout.session"/.exec(body) ?? []
    if (id) this.#paths.add(`${sessions}/${id}`)
    this.#prepareRefusal()
  }

  // Stripe keeps an answer of 500 under the idempotency key and gives it again: https://docs.stripe.com/api/idempotent_requests
  async #orderSavedError(): Promise<void> {
    const order = { fault: '500-after-effect', times: 1, path: '/v1/' }
    await fetch(`${this.#request.stripeUrl}/_local/faults`, { method: 'POST', body: JSON.stringify(order) })
  }
}

const inUse = { code: 'idempotency_key_in_use', type: 'idempotency_error' }
const unknown = { type: 'api_error' }

interface Call {
  readonly request: IncomingMessage
  readonly body: Buffer
  readonly response: ServerResponse
}

function refuse(response: ServerResponse, status: number, error: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': 'req_of_the_proxy' })
  response.end(JSON.stringify({ error: { message: 'Ordered by the proof', ...error } }))
}

async function forward(stripeUrl: string, { request, body }: Call) {
  const { method, headers } = request
  const { host: _, ...passed } = headers
  const sent = ask(`${stripeUrl}${request.url}`, { ...(method && { method }), headers: passed })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: await readAll(answer) }
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
