// The shopper is away at the bank's or the wallet's page, and comes back with an answer.
import { seeOther, type Reply } from '../../http/reply.ts'
import { answerAction, payingShopper, pendingAction } from '../../payments/pay-session.ts'
import { actionPath, leadOn } from '../pay.ts'
import { methodNames } from '../sections/methods.ts'
import type { Shown } from '../shown.ts'
import { bankPage, challengePage, framePage } from './challenge-page.ts'
import { shopperValues } from './shopper-values.ts'
import { codePage, walletPage } from './wallet-page.ts'

/** The page of a step: `challenge`, `authorize` or `qr`; the checkout when nothing is waited for. */
export function actionPage(shown: Shown, step: string, part: string): Reply {
  const { account, session } = shown
  const action = pendingAction(account, session)
  if (action === null) return seeOther(`/c/pay/${session.id}`)
  if (step === 'authorize' && action !== 'challenge') return sessionWallet(shown)
  if (step === 'qr' && action === 'qr_code') return codePage(shown)
  if (step !== 'challenge' || action !== 'challenge') return seeOther(actionPath(session, action))
  if (part === 'frame') return framePage(shown)
  return part === 'bank' ? bankPage(shown) : challengePage(shown)
}

/** Answers the bank's or the wallet's form; without a payment that waits for it, the checkout begins anew. */
export async function takeAnswer(shown: Shown): Promise<Reply> {
  const { account, session, filled } = shown
  const shopper = payingShopper(account, session)
  if (shopper === null || pendingAction(account, session) === null) return seeOther(`/c/pay/${session.id}`)
  const outcome = filled.values['outcome'] === 'authorize' ? 'authorize' : 'fail'
  const paid = account.store.transaction(() => answerAction(account, { session, outcome }))
  return leadOn({ ...shown, filled: { ...filled, values: shopperValues(shopper) } }, paid)
}

function sessionWallet(shown: Shown): Reply {
  const { session, messages } = shown
  const { id, amount_total, currency } = session
  const action = `/c/pay/${id}/authorize`
  return walletPage({ action, amount: amount_total ?? 0, currency, messages, method: walletName(shown) })
}

function walletName({ account, session, messages }: Shown): string {
  const intent = session.payment_intent && account.store.find('payment_intent', session.payment_intent)
  const method = intent && account.store.find('payment_method', intent.payment_method ?? '')
  const name = method ? methodNames[method.type] : undefined
  return name === undefined ? '' : messages[name]
}
