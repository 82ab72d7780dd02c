// The shopper has pressed the button: validate, pay, and either show the form again or lead on.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { seeOther, type Reply } from '../http/reply.ts'
import { paySession, type Paid } from '../payments/pay-session.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { checkoutPage } from './checkout-page.ts'
import { declineMessage } from './decline-message.ts'
import type { Messages } from './english.ts'
import { readPaymentForm, type Values } from './read-payment-form.ts'
import { successUrl } from './success-url.ts'

const longestWait = 10_000
type Posted = { session: Session; messages: Messages; values: Values }

/** Answers the posted payment form of an open session. */
export async function pay(account: Account, posted: Posted): Promise<Reply> {
  const { session, messages, values } = posted
  const form = readPaymentForm(session, values, account.clock())
  if (!form.valid) {
    const filled = { values, errors: form.errors, decline: null }
    return checkoutPage(account, { session, messages, filled, status: 400 })
  }
  const { shopper, choice } = form
  if (choice.type === 'free') {
    const free = { session, shopper, paymentStatus: 'no_payment_required' as const }
    return afterWebhook(
      account,
      session,
      account.store.transaction(() => completeSession(account, free)),
    )
  }
  const paid = account.store.transaction(() => paySession(account, { session, shopper, choice }))
  return leadOn(account, posted, paid)
}

/** On to the shop or to the bank, or the form again with the reason. */
export async function leadOn(account: Account, posted: Posted, paid: Paid): Promise<Reply> {
  const { session, messages, values } = posted
  switch (paid.result) {
    case 'complete':
      return afterWebhook(account, session, paid.completed)
    case 'declined': {
      const filled = { values, errors: {}, decline: declineMessage(paid.reason) }
      return checkoutPage(account, { session, messages, filled, status: 402 })
    }
    case 'requires_action':
    default:
      return seeOther(`/c/pay/${session.id}/challenge`)
  }
}

/** Stripe waits up to ten seconds for the shop to take `checkout.session.completed` before it sends the shopper back. */
async function afterWebhook(account: Account, session: Session, completed: Event): Promise<Reply> {
  await account.deliveries.firstAttempts(completed.id, longestWait)
  return seeOther(successUrl(session))
}
