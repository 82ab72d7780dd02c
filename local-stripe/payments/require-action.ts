// The shopper has to do something first: the PaymentIntent waits, and an event says so.
import { seconds, type Account } from '../account.ts'
import { recordEvent, type EventCause } from '../events/record-event.ts'
import type { NextAction, PaymentIntent } from '../store/stripe-types.ts'
import type { Confirmed } from './confirm-intent.ts'
import { actionUrl } from './methods/action-url.ts'
import type { Attempt } from './methods/method.ts'
import { methodOf } from './methods/methods.ts'
import { settleLater } from './settle-later.ts'

/**
 * `challenge` is the bank's (3D Secure), `redirect` and `qr_code` are a wallet's, a `voucher` is paid elsewhere,
 * `microdeposits` show that a bank account is the shopper's.
 */
export type Action = 'challenge' | 'redirect' | 'qr_code' | 'voucher' | 'microdeposits'

/** Puts a PaymentIntent to `requires_action`. */
export function requireAction(
  account: Account,
  trial: Attempt & { cause: EventCause },
  action: Action,
): Confirmed {
  const { intent, method, cause } = trial
  const waiting: PaymentIntent = {
    ...intent,
    last_payment_error: null,
    next_action: nextAction(account, trial, action),
    payment_method: method.id,
    status: 'requires_action',
  }
  account.store.save(waiting)
  recordEvent(account, { type: 'payment_intent.requires_action', object: waiting }, cause)
  if (action === 'voucher') settleLater(account, intent.id, trial.course.delay)
  if (trial.course.outcome === 'microdeposit_failed') settleLater(account, intent.id, trial.course.delay)
  return { result: 'requires_action', intent: waiting, action }
}

/** What a PaymentIntent waits for; null when it waits for nothing. */
export function awaitedAction(intent: PaymentIntent): Action | null {
  if (intent.status !== 'requires_action') return null
  return actions[intent.next_action?.type ?? ''] ?? null
}

/** Whether somebody can answer an action on a page of Local Stripe, with yes or no. */
export function isAnswerable(action: Action | null): boolean {
  return action === 'challenge' || action === 'redirect' || action === 'qr_code'
}

const actions: Partial<Record<string, Action>> = {
  use_stripe_sdk: 'challenge',
  redirect_to_url: 'challenge',
  alipay_handle_redirect: 'redirect',
  wechat_pay_display_qr_code: 'qr_code',
  konbini_display_details: 'voucher',
  multibanco_display_details: 'voucher',
  verify_with_microdeposits: 'microdeposits',
}

const day = 24 * 3600

function nextAction(account: Account, attempt: Attempt, action: Action): NextAction {
  const own = methodOf(attempt.method.type).action
  if (own) return own(account, attempt)
  const url = actionUrl(account, attempt.intent)
  if (action === 'microdeposits') {
    return {
      type: 'verify_with_microdeposits',
      verify_with_microdeposits: {
        arrival_date: seconds(account) + day,
        hosted_verification_url: url,
        microdeposit_type: 'descriptor_code',
      },
    }
  }
  if (attempt.returnUrl === null) {
    return { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_fingerprint' } }
  }
  return { type: 'redirect_to_url', redirect_to_url: { return_url: attempt.returnUrl, url } }
}
