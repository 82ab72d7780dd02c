// What callers are told when a request cannot be served: application/problem+json with a stable code. RFC 9457.
import { maximumLines, maximumQuantity } from '#domain/cart/cart'
import type { Locale } from '#domain/catalogue/text'
import { formatMoney } from '#domain/money/format-money'
import type { OrderProblem } from '#domain/orders/place-order'
import { settings } from '#env'
import { translator } from '../translate.ts'

const statuses = {
  'empty-cart': 400,
  'too-many-lines': 400,
  'invalid-items': 400,
  'invalid-quantity': 400,
  'unknown-sku': 422,
  'not-sold-in-currency': 422,
  'unknown-currency': 422,
  'sold-out': 409,
  'amount-too-small': 422,
  'amount-too-large': 422,
  'price-changed': 409,
  'payment-unavailable': 503,
  'payment-refused': 502,
  'shop-unavailable': 503,
  'forbidden-origin': 403,
  'too-large': 413,
  'too-slow': 408,
  'too-many-requests': 429,
  'unsupported-type': 415,
  'invalid-body': 400,
  'unknown-action': 400,
  'invalid-preference': 400,
  'invalid-cursor': 400,
  'invalid-number': 400,
  'invalid-email': 400,
  'unknown-order': 404,
  'no-receipt': 409,
  'receipt-too-often': 409,
  forged: 400,
  unexpected: 500,
} as const

export type ProblemCode = keyof typeof statuses

const unread = new Set<ProblemCode>([
  'forbidden-origin',
  'unsupported-type',
  'too-many-requests',
  'too-large',
  'too-slow',
])
/** A code with what else is known: the sku it is about, how many are left, how many seconds to wait. */
export type Problem = OrderProblem | { readonly code: ProblemCode; readonly retryAfter?: number }

/** Whether `value` is the code of a problem. */
export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(statuses, value)
}

/** The answer for a problem, in the reader's language. */
export function problemResponse(problem: Problem, locale: Locale): Response {
  const { code, ...rest } = problem
  const status = problemStatus(problem)
  const headers = problemHeaders(problem, locale)
  headers.set('Content-Type', 'application/problem+json')
  const body = {
    type: `urn:kiosk:problem:${code}`,
    title: code,
    status,
    detail: problemText(problem, locale),
    code,
    ...rest,
  }
  return new Response(JSON.stringify(body), { status, headers })
}

/** The HTTP status of a problem. */
export function problemStatus({ code }: Problem): number {
  return statuses[code]
}

/** The headers of an answer to a problem, with when to come back. */
export function problemHeaders(problem: Problem, locale: Locale): Headers {
  const headers = new Headers({ 'Content-Language': locale, 'Cache-Control': 'no-store' })
  const wait = 'retryAfter' in problem ? problem.retryAfter : undefined
  if (wait !== undefined || statuses[problem.code] === 503) headers.set('Retry-After', String(wait ?? 30))
  return headers
}

/** Whether a request with this problem is refused before its body is read to the end. */
export function leavesUnread(code: ProblemCode): boolean {
  return unread.has(code)
}

/** What a problem is, in words; where that is known, also how much is missing and how long to wait. */
export function problemText(problem: Problem, locale: Locale): string {
  const t = translator(locale)
  const { code } = problem
  if ('missing' in problem && problem.missing)
    return t('cart.too-small', { missing: formatMoney(problem.missing, locale) })
  const maximum = code === 'too-many-lines' ? maximumLines : maximumQuantity
  const wait = ('retryAfter' in problem && problem.retryAfter) || 0
  // Nobody counts three hundred seconds.
  const [minutes, seconds] = wait > 90 ? [Math.ceil(wait / 60), 0] : [0, wait]
  return t(`problem.${code}`, { maximum, minutes, seconds, shop: settings().shopUrl })
}

/** Whether `error` is the one for "the database cannot do this now". */
export function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseUnavailable'
}

/** What an error thrown while a request was served is to the caller. What is not known is logged, and told nobody. */
export function problemOfError(error: unknown): Problem {
  if (isDatabaseUnavailable(error)) return { code: 'shop-unavailable' }
  console.error('request failed', error)
  return { code: 'unexpected' }
}
