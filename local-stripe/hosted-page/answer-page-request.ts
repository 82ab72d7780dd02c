// Everything under /c/: the checkout page and what its form posts, the bank's and wallets' pages, vouchers, assets.
import { readFileSync } from 'node:fs'
import type { Account } from '../account.ts'
import { seeOther, type Outcome, type Reply } from '../http/reply.ts'
import type { Session } from '../store/stripe-types.ts'
import { checkoutPage } from './checkout-page.ts'
import { endedPage, unknownPage } from './end-pages.ts'
import { actionPage, takeAnswer } from './frames/answer-action.ts'
import { findVoucher } from './frames/find-voucher.ts'
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
  const found = assets[request.path]
  if (found !== undefined) return found
  const [, , , id = '', step = '', part = ''] = request.path.split('/')
  account.agenda.runDue()
  const session = request.path.startsWith('/c/pay/') ? account.store.find('checkout.session', id) : null
  const messages = chooseMessages(session?.locale ?? null, request.acceptLanguage)
  if (session === null) return unknownPage(messages)
  const posted = request.method === 'POST'
  if (session.status !== 'open') return answerEnded(account, { session, messages, posted, step })
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

function answerEnded(
  account: Account,
  asked: { session: Session; messages: Words; posted: boolean; step: string },
): Reply {
  const { session, messages, posted } = asked
  if (session.status !== 'complete') return endedPage(session, messages)
  const voucher = findVoucher(account, session)
  if (posted) return seeOther(voucher === null ? successUrl(session) : `/c/pay/${session.id}/voucher`)
  return voucher === null ? endedPage(session, messages) : voucherPage({ session, messages, voucher })
}

function readValues(body: string): Values {
  return Object.fromEntries(new URLSearchParams(body))
}

const assets: Record<string, Reply> = {
  '/c/assets/page.css': asset(['page.css', 'summary.css', 'form.css', 'methods.css', 'frames.css'], 'text/css'),
  '/c/assets/page.js': asset(['page.js'], 'text/javascript'),
}

function asset(files: string[], type: string): Reply {
  const parts = files.map((file) => readFileSync(new URL(`assets/${file}`, import.meta.url), 'utf8'))
  return {
    status: 200,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
    body: parts.join('\n'),
  }
}
