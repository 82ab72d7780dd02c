// A shopper pays a Checkout Session: its PaymentIntent is confirmed, and the session completed when that went well.
// Call it in a transaction.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { sessionCustomer } from '../checkout/session-customer.ts'
import { sessionDetails } from '../checkout/session-details.ts'
import type { Shopper } from '../checkout/shopper.ts'
import type { Event, PaymentIntent, PaymentMethod, Session } from '../store/stripe-types.ts'
import { answerIntent } from './answer-intent.ts'
import { confirmIntent, type Confirmed } from './confirm-intent.ts'
import type { DeclineReason } from './declines.ts'
import { billingOf, insertPaymentMethod } from './insert-payment-method.ts'
import { hideIntent, intentDetails } from './intent-details.ts'
import { changedOptions } from './intents/method-options.ts'
import type { ChosenOptions, MethodChoice } from './methods/method.ts'
import { awaitedAction, isAnswerable } from './require-action.ts'
import { pageCause, sessionIntent } from './session-intent.ts'

export type Paid =
  | { result: 'complete'; completed: Event }
  | { result: 'declined'; reason: DeclineReason }
  | { result: 'requires_action'; action: PageAction }
export type PageAction = 'challenge' | 'redirect' | 'qr_code'

/** Pays an open session: complete, with its `checkout.session.completed` event, or declined and still open. */
export function paySession(
  account: Account,
  payment: { session: Session; shopper: Shopper; choice: MethodChoice },
): Paid {
  const { session, shopper, choice } = payment
  const billing = billingOf(shopper)
  const { payment_method_data } = sessionDetails(account, session.id)
  const allow_redisplay = payment_method_data?.allow_redisplay ?? 'limited'
  const about = { billing, allow_redisplay, verified: true }
  const method = insertPaymentMethod(account, choice, about)
  return paySessionWith(account, { session, shopper, method, options: choice.options ?? {} })
}

/** Pays an open session with a payment method that is there already. */
export function paySessionWith(
  account: Account,
  payment: { session: Session; shopper: Shopper; method: PaymentMethod; options?: ChosenOptions },
): Paid {
  const { session, shopper, method, options = {} } = payment
  const cause = pageCause(account, session)
  const intent = toBePaid(sessionIntent(account, session, cause), shopper, options)
  hideIntent(account, intent.id, { session: session.id, shopper })
  const owner = () => sessionCustomer(account, session, shopper)
  return conclude(account, confirmIntent(account, { intent, method, cause, owner }), { session, shopper })
}

/** What the page of a session has to ask the shopper next; null when nothing is waited for. */
export function pendingAction(account: Account, session: Session): PageAction | null {
  const intent = account.store.find('payment_intent', session.payment_intent ?? '')
  const action = intent && awaitedAction(intent)
  return session.status === 'open' ? pageAction(action) : null
}

/** The shopper comes back from the bank or the wallet. Throws Stripe's 400 when nothing is waited for. */
export function answerAction(
  account: Account,
  answer: { session: Session; outcome: 'authorize' | 'fail' },
): Paid {
  const { session, outcome } = answer
  const id = session.payment_intent ?? ''
  const shopper = payingShopper(account, session)
  if (shopper === null) throw invalidRequest('This Checkout Session does not wait for its customer.')
  const cause = pageCause(account, session)
  const owner = () => sessionCustomer(account, session, shopper)
  return conclude(account, answerIntent(account, { id, outcome, cause, owner }), { session, shopper })
}

/** The shopper who is away at the bank's or the wallet's page, to fill the form again; null when nobody is. */
export function payingShopper(account: Account, session: Session): Shopper | null {
  return session.payment_intent === null ? null : intentDetails(account, session.payment_intent).shopper
}

function toBePaid(intent: PaymentIntent, shopper: Shopper, options: ChosenOptions): PaymentIntent {
  const { shipping } = shopper
  const sent = shipping && { ...shipping, carrier: null, phone: shopper.phone, tracking_number: null }
  const { payment_method_options: asked, payment_method_types } = intent
  return {
    ...intent,
    payment_method_options: changedOptions(payment_method_types, asked, options),
    shipping: sent ?? intent.shipping,
  }
}

function pageAction(action: ReturnType<typeof awaitedAction>): PageAction | null {
  if (!isAnswerable(action)) return null
  return action === 'challenge' || action === 'redirect' ? action : 'qr_code'
}

/** A voucher completes the session, too: the shopper has it and pays elsewhere. */
function conclude(
  account: Account,
  confirmed: Confirmed,
  paying: { session: Session; shopper: Shopper },
): Paid {
  if (confirmed.result === 'declined') return { result: 'declined', reason: confirmed.decline.reason }
  const action = confirmed.result === 'requires_action' ? pageAction(confirmed.action) : null
  if (action !== null) return { result: 'requires_action', action }
  const paymentStatus = confirmed.result === 'succeeded' ? 'paid' : 'unpaid'
  return { result: 'complete', completed: completeSession(account, { ...paying, paymentStatus }) }
}
