// The shopper has pressed a button: change the order, or pay it; then show the form again or lead on.
import { StripeError } from '../api/stripe-error.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { seeOther, type Reply } from '../http/reply.ts'
import type { DeclineReason } from '../payments/declines.ts'
import { paySession, type PageAction, type Paid } from '../payments/pay-session.ts'
import type { Event, Session } from '../store/stripe-types.ts'
import { applyButton, applyChoices, applyTypedCode, hasTypedCode } from './change.ts'
import { checkoutPage } from './checkout-page.ts'
import { sessionVoucher } from './frames/find-voucher.ts'
import type { MessageKey } from './locales/english.ts'
import { readPaymentForm, type PaymentForm } from './reading/read-payment-form.ts'
import type { Errors, Shown } from './shown.ts'
import { successUrl } from './success-url.ts'
import { fill, price } from './text.ts'

const longestWait = 10_000

/** Answers the posted form of an open session. */
export async function answerForm(posted: Shown): Promise<Reply> {
  const { values } = posted.filled
  const shown = applyChoices(posted)
  if (hasErrors(shown)) return wrong(shown, {})
  if (values['change'] !== undefined) return changed(applyButton(shown, values['change']))
  if (hasTypedCode(shown)) return changed(applyTypedCode(shown))
  if (values['amountShown'] !== undefined && values['amountShown'] !== String(shown.session.amount_total)) {
    return checkoutPage(withAlert(shown, totalChanged(shown)), 409)
  }
  return pay(shown)
}

/** On to the shop, the bank or the wallet, or the form again with the reason. */
export async function leadOn(shown: Shown, paid: Paid): Promise<Reply> {
  const { session } = shown
  switch (paid.result) {
    case 'complete':
      return afterWebhook(shown, paid.completed)
    case 'declined':
      return checkoutPage(withAlert(shown, shown.messages[declineMessage(paid.reason)]), 402)
    case 'requires_action':
    default:
      return seeOther(actionPath(session, paid.action))
  }
}

/** Where the shopper has to do something before the payment goes on. */
export function actionPath({ id }: Pick<Session, 'id'>, action: PageAction): string {
  switch (action) {
    case 'redirect':
      return `/c/pay/${id}/authorize`
    case 'qr_code':
      return `/c/pay/${id}/qr`
    case 'challenge':
    default:
      return `/c/pay/${id}/challenge`
  }
}

async function pay(shown: Shown): Promise<Reply> {
  const { account } = shown
  const form = readPaymentForm(shown)
  if (!form.valid) return wrong(shown, form.errors)
  try {
    return await leadOn(
      shown,
      account.store.transaction(() => payWith(shown, form)),
    )
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    const alert = fill(shown.messages.notPossible, { reason: error.details.message })
    return checkoutPage(withAlert(shown, alert), 400)
  }
}

function payWith({ account, session }: Shown, form: PaymentForm & { valid: true }): Paid {
  const { shopper, choice } = form
  if (choice !== null) return paySession(account, { session, shopper, choice })
  const free = { session, shopper, paymentStatus: 'no_payment_required' as const }
  return { result: 'complete', completed: completeSession(account, free) }
}

function changed(shown: Shown): Reply {
  return hasErrors(shown) ? wrong(shown, {}) : checkoutPage(shown)
}

function wrong(shown: Shown, errors: Errors): Reply {
  const filled = { ...shown.filled, errors: { ...shown.filled.errors, ...errors } }
  return checkoutPage(withAlert({ ...shown, filled }, shown.messages.somethingWrong), 400)
}

function hasErrors({ filled }: Shown): boolean {
  return Object.keys(filled.errors).length > 0
}

function withAlert(shown: Shown, alert: string): Shown {
  return { ...shown, filled: { ...shown.filled, alert } }
}

function totalChanged({ session, messages }: Shown): string {
  const total = price(session.amount_total ?? 0, session.currency, messages)
  return fill(messages.totalChanged, { total })
}

/** Stripe's page does not tell a shopper that a card is reported lost. */
function declineMessage(reason: DeclineReason): MessageKey {
  return reason === 'blocked' ? 'blockedPayment' : reason
}

/** Stripe waits up to ten seconds for the shop to take `checkout.session.completed` before it sends the shopper back. */
async function afterWebhook({ account, session }: Shown, completed: Event): Promise<Reply> {
  await account.deliveries.firstAttempts(completed.id, longestWait)
  const done = account.store.find('checkout.session', session.id) ?? session
  return seeOther(sessionVoucher(account, done) === null ? successUrl(done) : `/c/pay/${session.id}/voucher`)
}
