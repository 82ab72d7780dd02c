import { createHash } from 'node:crypto'
import { settings } from '#env'

/** Tells one key and address from another, without telling the key: sessions of one account mean nothing to another. */
export function stripeAccount(): string {
  const { stripeSecretKey, stripeApiBase } = settings()
  return createHash('sha256')
    .update(`${stripeApiBase ?? 'stripe'} ${stripeSecretKey}`)
    .digest('base64url')
}
