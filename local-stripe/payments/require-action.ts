// The shopper has to do something first: the PaymentIntent waits, and an event says so.
import type { Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { PaymentIntent } from '../store/stripe-types.ts'
import type { Confirmed } from './confirm-intent.ts'
import type { Attempt } from './methods/method.ts'

/** `challenge` is the bank's (3D Secure); `redirect` and `qr_code` are a wallet's. */
export type Action = 'challenge' | 'redirect' | 'qr_code'

/** Puts a PaymentIntent to `requires_action`. */
export function requireAction(account: Account, { intent, method }: Attempt, cause: EventCause): Confirmed {
  const waiting: PaymentIntent = {
    ...intent,
    last_payment_error: null,
    next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_fingerprint' } },
    payment_method: method.id,
    status: 'requires_action',
  }
  account.store.save(waiting)
  recordEvent(account, { type: 'payment_intent.requires_action', object: waiting }, cause)
  return { result: 'requires_action', intent: waiting, action: 'challenge' }
}

/** What a PaymentIntent waits for; null when it waits for nothing that somebody can do on a page. */
export function awaitedAction(intent: PaymentIntent): Action | null {
  if (intent.status !== 'requires_action') return null
  return actions[intent.next_action?.type ?? ''] ?? null
}

const actions: Record<string, Action> = { use_stripe_sdk: 'challenge', redirect_to_url: 'challenge' }
