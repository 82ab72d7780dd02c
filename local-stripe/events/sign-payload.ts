// Stripe's webhook signature, scheme v1 (https://docs.stripe.com/webhooks#verify-manually).
import { createHmac } from 'node:crypto'

/**
 * The `Stripe-Signature` header for a payload at a moment in seconds. Test events also carry a `v0` that is worth
 * nothing, as Stripe's do, so that a careless verifier which takes any scheme is found out.
 */
export function signPayload(signing: { payload: string; secret: string; at: number }): string {
  const { payload, secret, at } = signing
  const worthless = hmac('not a secret', `${at}.${payload}`)
  return `t=${at},v1=${hmac(secret, `${at}.${payload}`)},v0=${worthless}`
}

/** The headers of a webhook, signature and all; a new moment gives a new signature. */
export function webhookHeaders(signing: {
  payload: string
  secret: string
  at: number
}): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    Accept: '*/*; q=0.5, application/xml',
    'Cache-Control': 'no-cache',
    'Stripe-Signature': signPayload(signing),
  }
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex')
}
