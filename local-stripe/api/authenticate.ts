// Secret test keys by Bearer or Basic (https://docs.stripe.com/api/authentication). All of them open the one account.
// A live key is refused: whoever sends one has pointed a live shop at a pretend Stripe.
import { StripeError } from './stripe-error.ts'

/** The secret key of a request. Throws a 401 or 403 as Stripe does, and a 401 for a live key. */
export function authenticate(authorization: string | undefined): string {
  const key = readKey(authorization)
  if (key === '') throw refused(401, noKey)
  if (isLiveKey(key)) throw refused(401, liveKey)
  if (key.startsWith('pk_test_')) throw refused(403, publishableKey, 'secret_key_required')
  if (!/^(sk|rk|rkcs)_test_\w+$/.test(key)) throw refused(401, `Invalid API Key provided: ${masked(key)}`)
  return key
}

/** Whether a key is one that moves real money. */
export function isLiveKey(key: string): boolean {
  return /^[a-z]+_live_/.test(key)
}

function readKey(authorization = ''): string {
  const [scheme = '', credentials = ''] = authorization.trim().split(/\s+/, 2)
  if (scheme.toLowerCase() === 'bearer') return credentials
  if (scheme.toLowerCase() !== 'basic') return ''
  const decoded = Buffer.from(credentials, 'base64').toString('utf8')
  return decoded.split(':', 1)[0] ?? ''
}

/** A key that can be shown: its beginning and its end. */
export function masked(key: string): string {
  return key.length < 12
    ? '*'.repeat(key.length)
    : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`
}

function refused(status: number, message: string, code?: string): StripeError {
  const headers = { 'WWW-Authenticate': 'Bearer realm="Stripe"' }
  return new StripeError({ status, message, ...(code && { code }), ...(status === 401 && { headers }) })
}

const noKey =
  'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer ' +
  "auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for " +
  'details, or we can help at https://support.stripe.com/.'
const liveKey =
  'Local Stripe never takes a live key. Use a test key (sk_test_…) here, or send your live key to Stripe itself.'
const publishableKey =
  'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of ' +
  'your API keys at https://dashboard.stripe.com/account/apikeys.'
