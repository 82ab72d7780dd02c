// What callers are told when a request cannot be served: application/problem+json with a stable code. RFC 9457.
import { maximumLines, maximumQuantity } from '#domain/cart/cart'
import type { Locale } from '#domain/catalogue/text'
import type { OrderProblem } from '#domain/orders/place-order'
import { settings } from '#env'
import { type Translate, translator } from './translate.ts'

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
  'payment-unavailable': 503,
  'payment-refused': 502,
  'shop-unavailable': 503,
  'forbidden-origin': 403,
  'too-large': 413,
  'unsupported-type': 415,
  'invalid-body': 400,
  'unknown-action': 400,
  'invalid-preference': 400,
  'invalid-cursor': 400,
  forged: 400,
  unexpected: 500,
} as const

export type ProblemCode = keyof typeof statuses
/** A code with what else is known: the sku it is about, how many are left. */
export type Problem = OrderProblem | { readonly code: ProblemCode }

/** Whether `value` is the code of a problem. */
export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(statuses, value)
}

/** The answer for a problem, in the reader's language; 503 says when to come back. */
export function problemResponse(problem: Problem, locale: Locale): Response {
  const { code, ...rest } = problem
  const status = statuses[code]
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Content-Language': locale })
  if (status === 503) headers.set('Retry-After', '30')
  const body = {
    type: `urn:kiosk:problem:${code}`,
    title: code,
    status,
    detail: problemText(code, translator(locale)),
    code,
    ...rest,
  }
  return new Response(JSON.stringify(body), { status, headers })
}

/** What a problem is, in words. */
export function problemText(code: ProblemCode, t: Translate): string {
  const maximum = code === 'too-many-lines' ? maximumLines : maximumQuantity
  return t(`problem.${code}`, { maximum, shop: settings().shopUrl })
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
