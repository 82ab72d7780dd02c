// The bank wants to ask the shopper first: the PaymentIntent waits, and an event says so.
import type { Account } from '../account.ts'
import type { Shopper } from '../checkout/session-details.ts'
import { recordEvent } from '../events/record-event.ts'
import type { PaymentIntent, Session } from '../store/stripe-types.ts'
import { insertPaymentMethod, type CardDraft } from './payment-method.ts'
import { pageCause, sessionIntent } from './session-intent.ts'

/** Puts the session's PaymentIntent to `requires_action`. */
export function requireChallenge(
  account: Account,
  asked: { session: Session; draft: CardDraft; shopper: Shopper },
): void {
  const { session, draft, shopper } = asked
  const cause = pageCause(account, session)
  const intent = sessionIntent(account, session, cause)
  const method = insertPaymentMethod(account, draft, shopper)
  const waiting: PaymentIntent = {
    ...intent,
    last_payment_error: null,
    next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_fingerprint' } },
    payment_method: method.id,
    status: 'requires_action',
  }
  account.store.save(waiting)
  recordEvent(account, { type: 'payment_intent.requires_action', object: waiting }, cause)
}
