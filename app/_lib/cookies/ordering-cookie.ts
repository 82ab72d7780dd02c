import { cookieText } from './shopper.ts'

// A session is open for a day at most.
const daySeconds = 24 * 3600

/** The Set-Cookie header that remembers which session the cart was last sent to; null forgets it. Buy now sets none: it leaves the cart alone. */
export function orderingCookie(sessionId: string | null): string {
  return cookieText({
    name: 'ordering',
    value: sessionId ?? '',
    maxAge: sessionId ? daySeconds : 0,
    httpOnly: true,
  })
}
