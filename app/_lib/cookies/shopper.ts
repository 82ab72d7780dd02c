// Which browser a shopper is: a random secret in a cookie that scripts cannot read. The database knows its hash only.
import { createHash, randomBytes } from 'node:crypto'
import { settings } from '#env'
import { readCookies } from '../market.ts'
import { isSameSecret } from '../requests/same-secret.ts'

const cookieForm = /^[\w-]{22}$/
const yearSeconds = 365 * 24 * 3600

export interface Shopper {
  /** SHA-256 of the cookie. */
  readonly hash: string
  /** The Set-Cookie header that makes a newcomer known; null for a browser that has it. */
  readonly setCookie: string | null
}

/** The shopper a request comes from, or a new one. */
export function shopperOf(request: Request, random = randomBytes): Shopper {
  const known = knownShopper(readCookies(request.headers.get('cookie')).get('shopper'))
  if (known) return { hash: known, setCookie: null }
  const secret = random(16).toString('base64url')
  return {
    hash: hashOf(secret),
    setCookie: cookieText({ name: 'shopper', value: secret, maxAge: yearSeconds, httpOnly: true }),
  }
}

/** The hash of a shopper's cookie, or null when there is none. */
export function knownShopper(cookie: string | undefined): string | null {
  return cookie && cookieForm.test(cookie) ? hashOf(cookie) : null
}

/** Whether the browser with this cookie is the one whose hash is given. Takes the same time either way. */
export function isShopper(cookie: string | undefined, hash: string): boolean {
  const known = knownShopper(cookie)
  return isSameSecret(hash, known ?? '') && known !== null
}

interface Cookie {
  readonly name: string
  readonly value: string
  /** Seconds. */
  readonly maxAge: number
  /** Whether scripts must not read it. */
  readonly httpOnly: boolean
}

/** A Set-Cookie header. Where the shop has https, the cookie is sent over nothing else. */
export function cookieText({ name, value, maxAge, httpOnly }: Cookie): string {
  const secure = settings().shopUrl.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${httpOnly ? '; HttpOnly' : ''}${secure}`
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
