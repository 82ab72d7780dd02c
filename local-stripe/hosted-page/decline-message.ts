// What the page says when a card is refused. Stripe's page does not tell a shopper that a card is reported lost.
import type { DeclineReason } from '../payments/declines.ts'
import type { Messages } from './english.ts'

/** The message for a reason. */
export function declineMessage(reason: DeclineReason): keyof Messages {
  return reason === 'blocked' ? 'blockedPayment' : reason
}
