// How a card is refused (https://docs.stripe.com/declines/codes): what the API says of it. What the page says is in
// the page's own messages.

export type DeclineReason =
  | 'generic_decline'
  | 'insufficient_funds'
  | 'lost_card'
  | 'stolen_card'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'card_velocity_exceeded'
  | 'blocked'
  | 'authentication_failed'

export type Decline = {
  code: string
  decline_code: string | null
  message: string
  /** What Radar and the bank say of it on the charge; null when no charge was tried. */
  outcome: { type: string; network_status: string; reason: string; seller_message: string } | null
}

const declined = 'Your card was declined.'
const sellerDeclined = 'The bank did not return any further details with this decline.'

/** The decline of a reason. */
export function declineOf(reason: DeclineReason): Decline {
  return declines[reason]
}

/** Whether an outcome of a test value is a decline at once. */
export function isDecline(outcome: string): outcome is DeclineReason {
  return Object.hasOwn(declines, outcome)
}

function byBank(decline: {
  code: string
  decline_code: string | null
  message: string
  seller?: string
}): Decline {
  const { code, decline_code, message, seller = sellerDeclined } = decline
  const reason = decline_code ?? code
  const outcome = {
    type: 'issuer_declined',
    network_status: 'declined_by_network',
    reason,
    seller_message: seller,
  }
  return { code, decline_code, message, outcome }
}

const declines: Record<DeclineReason, Decline> = {
  generic_decline: byBank({ code: 'card_declined', decline_code: 'generic_decline', message: declined }),
  insufficient_funds: byBank({
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    seller: 'The bank returned the decline code `insufficient_funds`.',
  }),
  lost_card: byBank({
    code: 'card_declined',
    decline_code: 'lost_card',
    message: declined,
    seller: 'The bank returned the decline code `lost_card`.',
  }),
  stolen_card: byBank({
    code: 'card_declined',
    decline_code: 'stolen_card',
    message: declined,
    seller: 'The bank returned the decline code `stolen_card`.',
  }),
  expired_card: byBank({
    code: 'expired_card',
    decline_code: 'expired_card',
    message: 'Your card has expired.',
    seller: 'The bank returned the decline code `expired_card`.',
  }),
  incorrect_cvc: byBank({
    code: 'incorrect_cvc',
    decline_code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    seller: 'The bank returned the decline code `incorrect_cvc`.',
  }),
  processing_error: byBank({
    code: 'processing_error',
    decline_code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    seller: 'The bank returned the decline code `processing_error`.',
  }),
  card_velocity_exceeded: byBank({
    code: 'card_declined',
    decline_code: 'card_velocity_exceeded',
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    seller: 'The bank returned the decline code `card_velocity_exceeded`.',
  }),
  blocked: {
    code: 'card_declined',
    decline_code: 'fraudulent',
    message: declined,
    outcome: {
      type: 'blocked',
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      seller_message: 'Stripe blocked this payment as too risky.',
    },
  },
  authentication_failed: {
    code: 'payment_intent_authentication_failure',
    decline_code: null,
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    outcome: null,
  },
}
