// How a card is refused (https://docs.stripe.com/declines/codes): what the API says of it. What the page says is in
// the page's own messages.

/** What a page can tell a shopper. */
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

/** How a payment with a card, or an answer at a bank's or a wallet's page, can fail at once. */
export type CardOutcome =
  | DeclineReason
  | 'cvc_check_failed'
  | 'lookup_failed'
  | 'authentication_required'
  | 'authentication_not_handled'
  | 'wallet_failed'

export type Decline = {
  code: string
  decline_code: string | null
  message: string
  reason: DeclineReason
  /** What Stripe advises to do about it (https://docs.stripe.com/declines#retrying-issuer-declines). */
  advice_code: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later' | null
  /** What Radar and the bank say of it on the charge; null when no charge was tried. */
  outcome: { type: string; network_status: string; reason: string; seller_message: string } | null
}

/** The decline of an outcome. */
export function declineOf(outcome: CardOutcome): Decline {
  return declines[outcome]
}

/** Whether an outcome of a test value is a decline at once. */
export function isDecline(outcome: string): outcome is CardOutcome {
  return Object.hasOwn(declines, outcome)
}

function byBank(
  reason: DeclineReason,
  decline: {
    code?: string
    decline_code?: string | null
    message?: string
    advice_code?: Decline['advice_code']
  },
): Decline {
  const { code = 'card_declined', message = 'Your card was declined.', advice_code = null } = decline
  const { decline_code = reason } = decline
  const seller_message =
    reason === 'generic_decline'
      ? 'The bank did not return any further details with this decline.'
      : `The bank returned the decline code \`${reason}\`.`
  const outcome = {
    type: 'issuer_declined',
    network_status: 'declined_by_network',
    reason: decline_code ?? code,
    seller_message,
  }
  return { code, decline_code, message, reason, advice_code, outcome }
}

const cannotAuthenticate =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.'

const declines: Record<CardOutcome, Decline> = {
  generic_decline: byBank('generic_decline', { advice_code: 'try_again_later' }),
  insufficient_funds: byBank('insufficient_funds', {
    message: 'Your card has insufficient funds.',
    advice_code: 'try_again_later',
  }),
  lost_card: byBank('lost_card', { advice_code: 'do_not_try_again' }),
  stolen_card: byBank('stolen_card', { advice_code: 'do_not_try_again' }),
  expired_card: byBank('expired_card', {
    code: 'expired_card',
    message: 'Your card has expired.',
    advice_code: 'do_not_try_again',
  }),
  incorrect_cvc: byBank('incorrect_cvc', {
    code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    advice_code: 'confirm_card_data',
  }),
  processing_error: byBank('processing_error', {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice_code: 'try_again_later',
  }),
  card_velocity_exceeded: byBank('card_velocity_exceeded', {
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    advice_code: 'try_again_later',
  }),
  blocked: {
    code: 'card_declined',
    decline_code: 'fraudulent',
    message: 'Your card was declined.',
    reason: 'blocked',
    advice_code: null,
    outcome: {
      type: 'blocked',
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      seller_message: 'Stripe blocked this payment as too risky.',
    },
  },
  cvc_check_failed: {
    code: 'incorrect_cvc',
    decline_code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    reason: 'incorrect_cvc',
    advice_code: null,
    outcome: {
      type: 'blocked',
      network_status: 'declined_after_authorization',
      reason: 'rule',
      seller_message: 'A rule of Radar blocked this payment, because the check of the security code failed.',
    },
  },
  lookup_failed: byBank('generic_decline', {}),
  authentication_required: byBank('generic_decline', {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  }),
  authentication_not_handled: byBank('generic_decline', {
    decline_code: 'authentication_not_handled',
    message:
      'This payment required an authentication action to complete, but `error_on_requires_action` was set. When ' +
      "you're ready, you can upgrade your integration to handle actions at " +
      'https://stripe.com/docs/payments/payment-intents/upgrade-to-handle-actions.',
  }),
  authentication_failed: {
    code: 'payment_intent_authentication_failure',
    decline_code: null,
    message: cannotAuthenticate,
    reason: 'authentication_failed',
    advice_code: null,
    outcome: null,
  },
  wallet_failed: {
    code: 'payment_intent_authentication_failure',
    decline_code: null,
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new ' +
      'PaymentMethod to attempt to fulfill this PaymentIntent again.',
    reason: 'authentication_failed',
    advice_code: null,
    outcome: null,
  },
}
