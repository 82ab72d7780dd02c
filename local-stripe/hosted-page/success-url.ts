// Where a shopper goes after paying.
import type { Session } from '../store/stripe-types.ts'

const placeholder = /\{CHECKOUT_SESSION_ID\}|%7BCHECKOUT_SESSION_ID%7D/gi

/** The session's success_url with its id in place of `{CHECKOUT_SESSION_ID}`. */
export function successUrl(session: Session): string {
  return (session.success_url ?? '').replaceAll(placeholder, session.id)
}
