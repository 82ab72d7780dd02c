// The HTTP of one webhook: posted once, redirects not followed, ten seconds to answer, and of the answer only its
// beginning read.
import type { ClientRequest, IncomingMessage } from 'node:http'

/** `patience`: how long an answer may take, in milliseconds; ten seconds when left out. */
export type WebhookMessage = {
  url: string
  headers: Record<string, string>
  payload: string
  patience?: number
}
/** What an endpoint answered: `status` is null and `error` says why when there was no answer. */
export type WebhookAnswer = { status: number | null; body: string; error: string | null }

const usualPatience = 10_000
const patienceForBody = 1000
/** Bytes of an answer that are read and kept. */
const longestBody = 5000

/** Posts a webhook and gives the answer. Never rejects: an endpoint that is not there, or says nothing, is an answer too. */
export async function postWebhook(message: WebhookMessage): Promise<WebhookAnswer> {
  try {
    const answer = await post(message)
    return answer === 'connection was stale' ? await postAnew(message) : answer
  } catch (error) {
    return noAnswer(error)
  }
}

async function postAnew(message: WebhookMessage): Promise<WebhookAnswer> {
  const answer = await post(message, { Connection: 'close' })
  return answer === 'connection was stale' ? noAnswer(new Error('The connection was cut.')) : answer
}

/** A kept connection may be closed by the other side just as it is used again: that is no failure of the endpoint. */
async function post(
  { url, headers, payload, patience = usualPatience }: WebhookMessage,
  more: Record<string, string> = {},
): Promise<WebhookAnswer | 'connection was stale'> {
  const { request: open } = process.getBuiltinModule(url.startsWith('https:') ? 'node:https' : 'node:http')
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(payload))
    const request: ClientRequest = open(url, {
      method: 'POST',
      headers: { ...headers, ...more, 'Content-Length': length },
      signal: AbortSignal.timeout(patience),
    })
    request.once('response', (response) => void readAnswer(response).then(resolve))
    request.on('error', (error) => {
      const cut = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      resolve(request.reusedSocket && cut ? 'connection was stale' : noAnswer(error))
    })
    request.end(payload)
  })
}

async function readAnswer(response: IncomingMessage): Promise<WebhookAnswer> {
  const chunks: Buffer[] = []
  let size = 0
  const timer = setTimeout(() => response.destroy(), patienceForBody)
  try {
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk))
      size += Buffer.byteLength(chunk)
      if (size >= longestBody) break
    }
  } catch {
    // The status has come: what is missing of the body changes nothing.
  } finally {
    clearTimeout(timer)
  }
  const body = Buffer.concat(chunks).subarray(0, longestBody).toString('utf8')
  return { status: response.statusCode ?? null, body, error: null }
}

function noAnswer(error: unknown): WebhookAnswer {
  return { status: null, body: '', error: reasonOf(error) }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError') return 'Timed out: no answer came in time.'
  return error.message || ('code' in error ? String(error.code) : error.name)
}
