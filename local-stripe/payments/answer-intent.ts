// The shopper has answered at the bank's or the wallet's page: the payment goes on, or has failed.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import type { EventCause } from '../events/record-event.ts'
import type { PaymentIntent, PaymentMethod } from '../store/stripe-types.ts'
import { confirmIntent, type Confirmation, type Confirmed } from './confirm-intent.ts'
import { declinePayment } from './decline-payment.ts'
import { declineOf } from './declines.ts'
import { agreementOn, hideIntent, intentDetails } from './intent-details.ts'
import { methodDetails } from './method-details.ts'
import { awaitedAction, isAnswerable } from './require-action.ts'

export type Answer = Pick<Confirmation, 'cause' | 'owner'> & { id: string; outcome: 'authorize' | 'fail' }

/** Goes on with a PaymentIntent (`id`) that waits for the shopper. Throws a 400 when it does not. */
export function answerIntent(account: Account, answer: Answer): Confirmed {
  const { id, outcome, ...circumstances } = answer
  const intent = account.store.find('payment_intent', id)
  const method = account.store.find('payment_method', intent?.payment_method ?? '')
  if (intent === null || method === null || !isAnswerable(awaitedAction(intent))) {
    throw invalidRequest('This PaymentIntent does not wait for its customer.')
  }
  // Another payment may have used it up while this one waited.
  const { spent } = methodDetails(account, method.id)
  if (outcome === 'fail' || spent) return fail(account, { intent, method, cause: answer.cause })
  if (intent.confirmation_method === 'manual') return confirmOnceMore(account, intent)
  const { returnUrl } = intentDetails(account, id)
  return confirmIntent(account, { ...circumstances, intent, method, returnUrl, authenticated: true })
}

function fail(
  account: Account,
  failed: { intent: PaymentIntent; method: PaymentMethod; cause: EventCause },
): Confirmed {
  const { course } = methodDetails(account, failed.method.id)
  const decline = declineOf(failed.method.type === 'card' ? 'authentication_failed' : 'wallet_failed')
  const attempt = { ...failed, course, authenticated: false, returnUrl: null }
  return { result: 'declined', decline, intent: declinePayment(account, attempt, decline) }
}

/** With `confirmation_method=manual` the shop's server confirms again, after the shopper was asked. */
function confirmOnceMore(account: Account, intent: PaymentIntent): Confirmed {
  const waiting: PaymentIntent = { ...intent, next_action: null, status: 'requires_confirmation' }
  account.store.save(waiting)
  hideIntent(account, intent.id, { authenticated: agreementOn(intent) })
  return { result: 'requires_confirmation', intent: waiting }
}
