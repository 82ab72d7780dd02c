// The last API requests, in memory, so that a test can count what a shop asked of Stripe.
// Whatever looks like a card number is left out.

export type LoggedRequest = {
  id: string
  method: string
  path: string
  status: number | null
  idempotency_key: string | null
  stripe_version: string | null
  body: string
}
/** `add` gives the entry back, for its status to be filled in. */
export type RequestLog = {
  add(request: LoggedRequest): LoggedRequest
  last(count: number): LoggedRequest[]
  clear(): void
}

const kept = 1000

const cardNumber = /(?:\d(?:[ +-]|%20)?){12,19}/g

/** An empty log of the last 1000 requests, oldest first. `status` is null for a call that was never answered. */
export function createRequestLog(): RequestLog {
  let log: LoggedRequest[] = []
  return {
    add(request) {
      request.body = request.body.replaceAll(cardNumber, '[number]')
      log.push(request)
      if (log.length > 2 * kept) log = log.slice(-kept)
      return request
    },
    last: (count) => (count === 0 ? [] : log.slice(-Math.min(count, kept))),
    clear: () => void (log = []),
  }
}
