// Requests over connections that stay open, for programs that send very many of them.
import { Agent, request } from 'node:http'

export interface Sent {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly body?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  /** 0: no answer came, as when the server was killed. */
  readonly status: number
  readonly body: string
  /** Until its head had come, in milliseconds. */
  readonly headMs: number
  /** Until all of it had come. */
  readonly ms: number
}

const shared = new Agent({ keepAlive: true, maxSockets: 128 })

/** Sends a request over one of `agent`'s connections. Never throws. */
export async function send(sent: Sent, agent: Agent = shared): Promise<Answer> {
  const answer = await sendOver(agent, sent)
  // A server ends connections that were silent for long, and may do so just now: that says nothing of the server.
  return answer.wasStale ? sendOver(false, sent) : answer
}

function sendOver(
  over: Agent | false,
  { url, method = 'GET', body = '', headers = {} }: Sent,
): Promise<Answer & { wasStale: boolean }> {
  const started = performance.now()
  let headMs = 0
  return new Promise((resolve) => {
    const end = (status: number, text: string) => {
      const wasStale = status === 0 && sent.reusedSocket && /ECONNRESET|EPIPE/.test(text)
      resolve({ status, body: text, headMs, ms: performance.now() - started, wasStale })
    }
    const sent = request(url, {
      method,
      agent: over,
      timeout: 30_000,
      headers: { ...lengthOf(body), ...headers },
    })
    sent.on('response', (answer) => {
      headMs = performance.now() - started
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => end(answer.statusCode ?? 0, text))
      answer.on('error', (error) => end(0, String(error)))
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in 30 s')))
    sent.on('error', (error) => end(0, error.toString() + codeOf(error)))
    sent.end(body)
  })
}

function lengthOf(body: string | Buffer): Record<string, string> {
  return body.length === 0 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
}

// “socket hang up” is what Node.js calls a connection that was reset before an answer; its code tells.
function codeOf(error: Error): string {
  return 'code' in error ? ` ${String(error.code)}` : ''
}
