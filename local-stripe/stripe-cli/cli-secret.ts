// `stripe listen` prints a signing secret that goes into a .env file, so it must be the same at every start: it is
// made from the API key.
import { createHmac } from 'node:crypto'

/** The webhook signing secret of the Stripe CLI for an API key. */
export function cliSecret(key: string): string {
  return `whsec_${createHmac('sha256', 'stripe listen').update(key).digest('hex')}`
}
