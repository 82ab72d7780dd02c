// Everything under /c/: the checkout page and what its form posts, the bank's and wallets' pages, vouchers, assets.
import type { Account } from '../account.ts'
import { recoverSession } from '../checkout/recover-session.ts'
import { seeOther, type Outcome, type Reply } from '../http/reply.ts'
import type { Session } from '../store/stripe-types.ts'
import { findAsset } from './assets.ts'
import { brandStyle } from './brand.ts'
import { checkoutPage } from './checkout-page.ts'
import { endedPage, unknownPage } from './end-pages.ts'
import { actionPage, takeAnswer } from './frames/answer-action.ts'
import { sessionVoucher } from './frames/find-voucher.ts'
import { codePicture, intentPage, intentVoucher, takeIntentAnswer } from './frames/intent-pages.ts'
import { voucherPage } from './frames/voucher-page.ts'
import { chooseMessages } from './locales/choose-messages.ts'
import type { Words } from './locales/languages.ts'
import { answerForm } from './pay.ts'
import { nothingFilled, type Shown, type Values } from './shown.ts'
import { successUrl } from './success-url.ts'

export type PageRequest = {
  method: string
  path: string
  body: string | null
  acceptLanguage: string | undefined
}

/** Answers a request to the hosted page. */
export async function answerPageRequest(account: Account, request: PageRequest): Promise<Outcome> {
  const found = findAsset(request.path)
  if (found !== null) return found
  account.agenda.runDue()
  const [, , kind = '', id = '', step = '', part = ''] = request.path.split('/')
  if (kind === 'action' || kind === 'voucher') return answerIntentPage(account, { kind, id, step, request })
  const session = account.store.find('checkout.session', id)
  const messages = chooseMessages(session?.locale ?? null, request.acceptLanguage)
  if (session === null || (kind !== 'pay' && kind !== 'recover')) return unknownPage(messages)
  if (kind === 'recover') return recover(account, session, messages)
  if (step === 'brand.css') return brandStyle(session)
  const posted = request.method === 'POST'
  if (session.status !== 'open') return answerEnded(account, { session, messages, posted })
  const shown = { account, session, messages, filled: nothingFilled }
  if (posted) return answerPosted(shown, request.body, step)
  return steps.has(step) ? actionPage(shown, step, part) : checkoutPage(shown)
}

const steps = new Set(['challenge', 'authorize', 'qr'])

async function answerPosted(shown: Shown, body: string | null, step: string): Promise<Reply> {
  if (body === null) {
    const alert = shown.messages.tooMuch
    return checkoutPage({ ...shown, filled: { ...nothingFilled, alert } }, 413)
  }
  const filled = { ...nothingFilled, posted: true, values: readValues(body) }
  return steps.has(step) ? takeAnswer({ ...shown, filled }) : answerForm({ ...shown, filled })
}

function answerEnded(account: Account, asked: { session: Session; messages: Words; posted: boolean }): Reply {
  const { session, messages, posted } = asked
  if (session.status !== 'complete') return endedPage(session, messages)
  const voucher = sessionVoucher(account, session)
  if (posted) return seeOther(voucher === null ? successUrl(session) : `/c/pay/${session.id}/voucher`)
  if (voucher === null) return endedPage(session, messages)
  const { amount_total, currency } = session
  return voucherPage({ amount: amount_total ?? 0, currency, messages, voucher, link: successUrl(session) })
}

/** An expired session is taken up again as a new one, as long as the shop wants that. */
function recover(account: Account, session: Session, messages: Words): Reply {
  const again = account.store.transaction(() => recoverSession(account, session))
  return again === null ? endedPage(session, messages) : seeOther(`/c/pay/${again.id}`)
}

function answerIntentPage(
  account: Account,
  asked: { kind: 'action' | 'voucher'; id: string; step: string; request: PageRequest },
): Reply {
  const { kind, id, step, request } = asked
  const intent = account.store.find('payment_intent', id)
  const messages = chooseMessages(null, request.acceptLanguage)
  if (intent === null) return unknownPage(messages)
  if (kind === 'voucher') return intentVoucher(account, { intent, messages })
  if (step === 'code.svg') return codePicture(intent)
  if (request.method !== 'POST') return intentPage(account, { intent, messages })
  return takeIntentAnswer(account, { intent, messages }, readValues(request.body ?? '')['outcome'])
}

function readValues(body: string): Values {
  return Object.fromEntries(new URLSearchParams(body))
}
