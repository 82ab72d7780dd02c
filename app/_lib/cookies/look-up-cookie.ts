// What a shopper typed to find an order, for the page that says why it was not found. It stands in no address, because those
// are kept and passed on.
import { cookieText } from './shopper.ts'

const minuteSeconds = 60
const longest = 300

export interface LookUp {
  readonly number: string
  readonly email: string
}

/** The Set-Cookie header that remembers for a minute what was typed; null forgets it. */
export function lookUpCookie(typed: LookUp | null): string {
  const { number = '', email = '' } = typed ?? {}
  const value = Buffer.from(JSON.stringify([number, email])).toString('base64url')
  const isKept = typed !== null && value.length <= 4 * longest
  return cookieText({
    name: 'look-up',
    value: isKept ? value : '',
    maxAge: isKept ? minuteSeconds : 0,
    httpOnly: true,
  })
}

/** What was typed, out of its cookie; nothing when there is none, or it is none of the shop's. */
export function readLookUp(cookie: string | undefined): LookUp {
  try {
    const typed: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString())
    const [number, email] = Array.isArray(typed)
      ? typed.map((part: unknown) => String(part).slice(0, longest))
      : []
    return { number: number ?? '', email: email ?? '' }
  } catch {
    return { number: '', email: '' }
  }
}
