// The pages of a PaymentIntent that has no Checkout Session, at the addresses that its `next_action` names: the bank's
// or the wallet's test page, from which the shopper comes back to the shop's `return_url`, and the voucher.
import { randomUUID } from 'node:crypto'
import type { Account } from '../../account.ts'
import { seeOther, type Reply } from '../../http/reply.ts'
import { answerIntent } from '../../payments/answer-intent.ts'
import { intentDetails } from '../../payments/intent-details.ts'
import { awaitedAction, isAnswerable } from '../../payments/require-action.ts'
import { newId } from '../../store/new-id.ts'
import type { PaymentIntent } from '../../store/stripe-types.ts'
import { endedIntentPage, unknownPage } from '../end-pages.ts'
import type { Words } from '../locales/languages.ts'
import { methodNames } from '../sections/methods.ts'
import { drawCode } from './draw-code.ts'
import { findVoucher } from './find-voucher.ts'
import { voucherPage } from './voucher-page.ts'
import { walletPage } from './wallet-page.ts'

type Asked = { intent: PaymentIntent; messages: Words }

/** The page where the shopper does what a PaymentIntent waits for; that of its session if it has one. */
export function intentPage(account: Account, { intent, messages }: Asked): Reply {
  const { session, returnUrl } = intentDetails(account, intent.id)
  if (session !== null) return seeOther(`/c/pay/${session}`)
  if (!isAnswerable(awaitedAction(intent))) {
    return endedIntentPage(messages, returnUrl && returnAddress(intent, returnUrl))
  }
  const method = account.store.find('payment_method', intent.payment_method ?? '')
  const name = methodNames[method?.type ?? 'card'] ?? 'card'
  const { amount, currency } = intent
  const action = `/c/action/${intent.id}`
  return walletPage({ action, amount, currency, messages, method: messages[name] })
}

/** The shopper's answer, and the way back to the shop with what has become of the payment. */
export function takeIntentAnswer(
  account: Account,
  { intent, messages }: Asked,
  answer: string | undefined,
): Reply {
  if (!isAnswerable(awaitedAction(intent))) return intentPage(account, { intent, messages })
  const { returnUrl } = intentDetails(account, intent.id)
  const outcome = answer === 'authorize' ? 'authorize' : 'fail'
  const cause = { request: { id: newId('req_', 14), idempotency_key: randomUUID() } }
  account.store.transaction(() => answerIntent(account, { id: intent.id, outcome, cause }))
  const answered = account.store.find('payment_intent', intent.id) ?? intent
  return returnUrl === null ? endedIntentPage(messages, null) : seeOther(returnAddress(answered, returnUrl))
}

/** The voucher of a PaymentIntent. */
export function intentVoucher(account: Account, { intent, messages }: Asked): Reply {
  const voucher = findVoucher(intent)
  if (voucher === null) return unknownPage(messages)
  const { session, returnUrl } = intentDetails(account, intent.id)
  const { amount, currency } = intent
  const link = session === null ? returnUrl : `/c/pay/${session}`
  return voucherPage({ amount, currency, messages, voucher, link })
}

/** The picture that `next_action` names for a code to scan. */
export function codePicture(intent: PaymentIntent): Reply {
  const body = drawCode(intent.id).html.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  return { status: 200, headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' }, body }
}

/** As Stripe sends a shopper back (https://docs.stripe.com/payments/payment-intents/verifying-status). */
function returnAddress(intent: PaymentIntent, returnUrl: string): string {
  const failed = intent.status === 'requires_payment_method'
  const address = new URL(returnUrl)
  address.searchParams.set('payment_intent', intent.id)
  address.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '')
  address.searchParams.set('redirect_status', failed ? 'failed' : 'succeeded')
  return address.href
}
