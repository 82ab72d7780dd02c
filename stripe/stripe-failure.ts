import Stripe from 'stripe'

/**
 * Why Stripe did not do what it was asked. `unavailable`: down, slow or too busy, and what became of the call is not known;
 * `replayed`: it failed before, and says the same again to whoever asks with the same key; `in-progress`: the same call is being answered to somebody else just now; `not-found`: no such object; the amounts: they say it; `refused`: the request or the key is wrong, which is the shop's fault.
 */
export type StripeFailure =
  | 'unavailable'
  | 'replayed'
  | 'in-progress'
  | 'not-found'
  | 'amount-too-small'
  | 'amount-too-large'
  | 'refused'

/** What an error thrown by the SDK means. Throws it on when it is not Stripe's. https://docs.stripe.com/error-low-level */
export function stripeFailure(error: unknown): StripeFailure {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  if (error.code === 'amount_too_small') return 'amount-too-small'
  if (error.code === 'amount_too_large') return 'amount-too-large'
  if (error.code === 'resource_missing') return 'not-found'
  // https://docs.stripe.com/error-codes#idempotency-key-in-use
  if (error.code === 'idempotency_key_in_use') return 'in-progress'
  const status = error.statusCode ?? 500
  // https://docs.stripe.com/api/idempotent_requests: an answer of 500 is kept like any other.
  if (status >= 500 && error.headers?.['idempotent-replayed'] === 'true') return 'replayed'
  return status >= 500 || status === 429 || status === 409 ? 'unavailable' : 'refused'
}

/** What an operator reads of a failed call: no secret, no personal data. */
export function describeStripeError(error: unknown): object {
  if (!(error instanceof Stripe.errors.StripeError)) return { error: String(error) }
  const { type, code, param, message, requestId } = error
  return { type, code, param, message, requestId }
}
