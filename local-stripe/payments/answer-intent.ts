// The shopper has answered at the bank's or the wallet's page: the payment goes on, or has failed.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { confirmIntent, type Confirmation, type Confirmed } from './confirm-intent.ts'
import { declinePayment } from './decline-payment.ts'
import { declineOf } from './declines.ts'
import { courseOf } from './insert-payment-method.ts'
import { awaitedAction } from './require-action.ts'

export type Answer = Pick<Confirmation, 'cause' | 'owner'> & { id: string; outcome: 'authorize' | 'fail' }

/** Goes on with a PaymentIntent (`id`) that waits for the shopper. Throws a 400 when it does not. */
export function answerIntent(account: Account, answer: Answer): Confirmed {
  const { id, outcome, ...circumstances } = answer
  const intent = account.store.find('payment_intent', id)
  const method = account.store.find('payment_method', intent?.payment_method ?? '')
  if (intent === null || method === null || awaitedAction(intent) === null) {
    throw invalidRequest('This PaymentIntent does not wait for its customer.')
  }
  if (outcome === 'authorize') {
    return confirmIntent(account, { ...circumstances, intent, method, authenticated: true })
  }
  const reason = 'authentication_failed'
  const attempt = { intent, method, course: courseOf(account, method.id), authenticated: false }
  const decline = declineOf(reason)
  return {
    result: 'declined',
    reason,
    intent: declinePayment(account, { ...attempt, decline, cause: answer.cause }),
  }
}
