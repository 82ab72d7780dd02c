// What a request says before it is known what it is about: its parameters, and on whose behalf it comes.
import { accountId } from '../account.ts'
import type { ApiRequest } from './answer-api-request.ts'
import { masked } from './authenticate.ts'
import { malformed, parseForm, type Form } from './parse-form.ts'
import { invalidRequest, notImitated, StripeError } from './stripe-error.ts'

const form = 'application/x-www-form-urlencoded'

/** The parameters of a request: those of the address and those of the body, which go before them. Throws a 400, 413, 501. */
export function readRequest(request: ApiRequest): Form {
  const { body, query, headers } = request
  if (body === null) {
    throw new StripeError({ status: 413, message: 'Request body is too large: at most 1 MB.' })
  }
  const sent = body.trim()
  if (sent !== '') requireForm(headers['content-type'])
  return parseForm([query, sent].filter(Boolean).join('&'))
}

/**
 * Connect is not imitated: there is one account, and no other that a key could speak for. Throws Stripe's 403 for an
 * account that a key has no access to.
 */
export function requireOwnAccount(request: ApiRequest, key: string): void {
  const { 'stripe-account': account, 'stripe-context': context } = request.headers
  const other = account || context
  if (!other || other === accountId) return
  const message =
    `The provided key '${masked(key)}' does not have access to account '${other}' (or that account does not ` +
    'exist). Application access may have been revoked.'
  throw new StripeError({ status: 403, code: 'account_invalid', message })
}

function requireForm(contentType: string | undefined): void {
  const [type = ''] = (contentType ?? form).split(';')
  if (type.trim().toLowerCase() === form) return
  if (type.trim().toLowerCase() === 'multipart/form-data') throw notImitated('bodies of multipart/form-data')
  throw invalidRequest(malformed)
}
