// The last API requests with their answers, in memory: a test counts them, `stripe logs tail` follows them, the window
// shows them. Whatever looks like a card number is left out.

export type LoggedRequest = {
  id: string
  /** Seconds since 1970. */
  created: number
  method: string
  path: string
  query: string
  status: number | null
  idempotency_key: string | null
  stripe_version: string | null
  body: string
  /** The answer's `error`, null for a success. */
  error: Record<string, unknown> | null
  /** The answer as it was sent, null as long as there is none. */
  answer: string | null
}
export type RequestLog = {
  /** Keeps a request; gives its entry, to be settled by its answer. */
  add(request: Omit<LoggedRequest, 'status' | 'error' | 'answer'>): LoggedRequest
  /** Puts the answer down. A request that is never settled was cut or left hanging. */
  settle(entry: LoggedRequest, answer: { status: number; body: string }): void
  last(count: number): LoggedRequest[]
  clear(): void
}

const kept = 1000
const longestText = 30_000

const cardNumber = /(?:\d(?:[ +-]|%20)?){12,19}/g

/** An empty log of the last 1000 requests, oldest first; `settled` hears of each that was answered. */
export function createRequestLog(settled: (entry: LoggedRequest) => void = () => undefined): RequestLog {
  let log: LoggedRequest[] = []
  return {
    add(request) {
      const { path, query, body } = request
      const texts = { path: keepable(path), query: keepable(query), body: keepable(body) }
      const entry: LoggedRequest = { ...request, ...texts, status: null, error: null, answer: null }
      log.push(entry)
      if (log.length > kept + 100) log = log.slice(-kept)
      return entry
    },
    settle(entry, { status, body }) {
      entry.status = status
      entry.error = status < 400 ? null : errorIn(body)
      entry.answer = keepable(body)
      settled(entry)
    },
    last: (count) => (count === 0 ? [] : log.slice(-Math.min(count, kept))),
    clear: () => void (log = []),
  }
}

/** A text without card numbers, cut to what the log can bear. */
function keepable(text: string): string {
  if (text.length <= longestText) return text.replaceAll(cardNumber, '[number]')
  // A copy: a slice would keep the whole text in memory.
  const start = Buffer.from(text.slice(0, longestText)).toString()
  return `${start.replaceAll(cardNumber, '[number]')}…`
}

function errorIn(body: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(keepable(body))
    const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : {}
    return typeof error === 'object' && error !== null ? { ...error } : {}
  } catch {
    return {}
  }
}
