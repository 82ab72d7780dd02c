// Stripe's webhook signature, scheme v1 (https://docs.stripe.com/webhooks#verify-manually).
import { createHmac } from 'node:crypto'

/** What is signed, at a moment in seconds. While a secret is rolled, `older` ones sign beside it. */
export type Signing = { payload: string; secret: string; older?: string[]; at: number }

/**
 * The `Stripe-Signature` header, with one `v1` for each secret. Test events also carry a `v0` that is worth nothing, as
 * Stripe's do, so that a careless verifier which takes any scheme is found out.
 */
export function signPayload({ payload, secret, older = [], at }: Signing): string {
  const signed = `${at}.${payload}`
  const signatures = [secret, ...older].map((one) => `v1=${hmac(one, signed)}`)
  return [`t=${at}`, ...signatures, `v0=${hmac('not a secret', signed)}`].join(',')
}

/** The headers of a webhook, signature and all; a new moment gives a new signature. */
export function webhookHeaders(signing: Signing): Record<string, string> {
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
