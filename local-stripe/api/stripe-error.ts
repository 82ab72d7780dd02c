// Stripe's error shape (https://docs.stripe.com/api/errors) and the sentences Stripe uses for common faults.

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
export type ErrorDetails = {
  status: number
  type?: ErrorType
  code?: string
  message: string
  param?: string
  headers?: Record<string, string>
  more?: Record<string, unknown>
}

/** The one code that Stripe does not have, and so no page about it. */
const ownCode = 'local_stripe_not_imitated'

/** A refusal that the caller is meant to see. Anything else that is thrown is a fault of Local Stripe itself. */
export class StripeError extends Error {
  readonly details: ErrorDetails
  constructor(details: ErrorDetails) {
    super(details.message)
    this.details = details
  }
}

/** The JSON body of an error, its keys in alphabetical order as Stripe sends them. */
export function errorBody(details: ErrorDetails): { error: Record<string, unknown> } {
  const error: Record<string, unknown> = {
    ...details.more,
    ...(details.code && { code: details.code }),
    ...(details.code && details.code !== ownCode && { doc_url: docUrl(details.code) }),
    message: details.message,
    ...(details.param && { param: details.param }),
    type: details.type ?? 'invalid_request_error',
  }
  return { error: Object.fromEntries(Object.entries(error).toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

/** The page that Stripe names for an error code. */
export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`
}

/** 400, the usual refusal of a parameter. */
export function invalidRequest(message: string, more: { code?: string; param?: string } = {}): StripeError {
  return new StripeError({ status: 400, message, ...more })
}

/** 400 for a parameter that must be there. */
export function missing(param: string): StripeError {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

/** 404 for an id that names nothing. Checkout Sessions are told about without quotes and without a param. */
export function noSuch(kind: string, id: string, param = 'id'): StripeError {
  const code = 'resource_missing'
  if (kind === 'checkout.session') {
    return new StripeError({ status: 404, code, message: `No such checkout.session: ${id}` })
  }
  return new StripeError({ status: 404, code, message: `No such ${kind}: '${id}'`, param })
}

/** 501 for what Stripe does and Local Stripe does not; clients are told not to try again. */
export function notImitated(what: string, param?: string): StripeError {
  return new StripeError({
    status: 501,
    type: 'api_error',
    code: ownCode,
    message: `Local Stripe does not imitate ${what}. Stripe itself does: use a Stripe test account for it.`,
    headers: { 'Stripe-Should-Retry': 'false' },
    ...(param && { param }),
  })
}
