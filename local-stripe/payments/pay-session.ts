// A shopper pays a Checkout Session: its PaymentIntent is confirmed, and the session completed when that went well.
// Call it in a transaction.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { sessionCustomer } from '../checkout/session-customer.ts'
import type { Shopper } from '../checkout/shopper.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { answerIntent } from './answer-intent.ts'
import { confirmIntent, type Confirmed } from './confirm-intent.ts'
import type { DeclineReason } from './declines.ts'
import { billingOf, insertPaymentMethod } from './insert-payment-method.ts'
import { hideIntent, intentDetails } from './intent-details.ts'
import type { MethodChoice } from './methods/method.ts'
import { awaitedAction, type Action } from './require-action.ts'
import { pageCause, sessionIntent } from './session-intent.ts'

export type Paid =
  | { result: 'complete'; completed: Event }
  | { result: 'declined'; reason: DeclineReason }
  | { result: 'requires_action'; action: Action }

/** Pays an open session: complete, with its `checkout.session.completed` event, or declined and still open. */
export function paySession(
  account: Account,
  payment: { session: Session; shopper: Shopper; choice: MethodChoice },
): Paid {
  const { session, shopper, choice } = payment
  const cause = pageCause(account, session)
  const intent = sessionIntent(account, session, cause)
  const { attempts } = intentDetails(account, intent.id)
  hideIntent(account, intent.id, { session: session.id, shopper, attempts: attempts + 1 })
  const billing = billingOf(shopper)
  const method = insertPaymentMethod(account, choice, { billing, allow_redisplay: 'limited' })
  const owner = () => sessionCustomer(account, session, shopper)
  return conclude(account, confirmIntent(account, { intent, method, cause, owner }), { session, shopper })
}

/** What the page of a session has to ask the shopper next; null when nothing is waited for. */
export function pendingAction(account: Account, session: Session): Action | null {
  const intent = account.store.find('payment_intent', session.payment_intent ?? '')
  return intent && awaitedAction(intent)
}

/** The shopper comes back from the bank or the wallet. Throws Stripe's 400 when nothing is waited for. */
export function answerAction(
  account: Account,
  answer: { session: Session; outcome: 'authorize' | 'fail' },
): Paid {
  const { session, outcome } = answer
  const id = session.payment_intent ?? ''
  const { shopper } = intentDetails(account, id)
  if (shopper === null) throw new Error(`Nobody is paying session ${session.id}.`)
  const cause = pageCause(account, session)
  const owner = () => sessionCustomer(account, session, shopper)
  return conclude(account, answerIntent(account, { id, outcome, cause, owner }), { session, shopper })
}

/** The shopper who is away at the bank's or the wallet's page, to fill the form again; null when nobody is. */
export function payingShopper(account: Account, session: Session): Shopper | null {
  return session.payment_intent === null ? null : intentDetails(account, session.payment_intent).shopper
}

function conclude(
  account: Account,
  confirmed: Confirmed,
  paying: { session: Session; shopper: Shopper },
): Paid {
  switch (confirmed.result) {
    case 'declined':
      return { result: 'declined', reason: confirmed.reason }
    case 'requires_action':
      return { result: 'requires_action', action: confirmed.action }
    case 'succeeded':
      return { result: 'complete', completed: completeSession(account, { ...paying, paymentStatus: 'paid' }) }
    case 'processing':
    case 'requires_capture':
    default:
      return {
        result: 'complete',
        completed: completeSession(account, { ...paying, paymentStatus: 'unpaid' }),
      }
  }
}
