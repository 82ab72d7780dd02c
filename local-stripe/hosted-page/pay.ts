// The shopper has pressed the button: validate, pay, and either show the form again or lead on.
import type { Account } from '../account.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { hideDetails, sessionDetails } from '../checkout/session-details.ts'
import type { Shopper } from '../checkout/shopper.ts'
import { seeOther, type Reply } from '../http/reply.ts'
import { payByCard, type CardPayment } from '../payments/pay-by-card.ts'
import { payByDebit } from '../payments/pay-by-debit.ts'
import { requireChallenge } from '../payments/require-challenge.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { checkoutPage } from './checkout-page.ts'
import { declineMessage } from './decline-message.ts'
import type { Messages } from './english.ts'
import type { CardChoice } from './read-card.ts'
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
  switch (choice.type) {
    case 'free':
      return leadOn(account, session, () =>
        completeSession(account, { session, shopper, paymentStatus: 'no_payment_required' }),
      )
    case 'sepa_debit':
      return leadOn(account, session, () =>
        payByDebit(account, { session, draft: choice.draft, bank: choice.account, shopper }),
      )
    case 'card':
    default:
      return choice.card.challenge
        ? challenge(account, { session, shopper, choice })
        : finishCard(account, posted, { session, shopper, ...paid(choice), authenticated: false })
  }
}

/** Charges the card: on to the shop, or the form again with the reason. */
export async function finishCard(account: Account, posted: Posted, payment: CardPayment): Promise<Reply> {
  const { session, messages, values } = posted
  const result = account.store.transaction(() => payByCard(account, payment))
  if (result.paid) return afterWebhook(account, session, result.completed)
  const filled = { values, errors: {}, decline: declineMessage(result.reason) }
  return checkoutPage(account, { session, messages, filled, status: 402 })
}

function paid(choice: CardChoice): Pick<CardPayment, 'draft' | 'outcome' | 'aftermath'> {
  const { outcome, aftermath } = choice.card
  return { draft: choice.draft, outcome, aftermath }
}

function challenge(
  account: Account,
  asked: { session: Session; shopper: Shopper; choice: CardChoice },
): Reply {
  const { session, shopper, choice } = asked
  account.store.transaction(() => {
    requireChallenge(account, { session, draft: choice.draft, shopper })
    const details = sessionDetails(account, session.id)
    const pending = { draft: choice.draft, outcome: choice.card.outcome, shopper }
    hideDetails(account, session.id, { ...details, challenge: pending })
  })
  return seeOther(`/c/pay/${session.id}/challenge`)
}

function leadOn(account: Account, session: Session, complete: () => Event): Promise<Reply> {
  return afterWebhook(account, session, account.store.transaction(complete))
}

/** Stripe waits up to ten seconds for the shop to take `checkout.session.completed` before it sends the shopper back. */
async function afterWebhook(account: Account, session: Session, completed: Event): Promise<Reply> {
  await account.deliveries.firstAttempts(completed.id, longestWait)
  return seeOther(successUrl(session))
}
