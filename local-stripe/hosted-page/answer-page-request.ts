// Everything under /c/: the checkout page, the payment it posts, the bank's challenge, and the page's two assets.
import { readFileSync } from 'node:fs'
import type { Account } from '../account.ts'
import { parseForm } from '../api/parse-form.ts'
import { StripeError } from '../api/stripe-error.ts'
import { seeOther, type Outcome, type Reply } from '../http/reply.ts'
import { answerChallenge } from './answer-challenge.ts'
import { bankPage, challengePage } from './challenge-page.ts'
import { checkoutPage, nothingFilled } from './checkout-page.ts'
import { chooseMessages } from './choose-messages.ts'
import { endedPage, unknownPage } from './end-pages.ts'
import { pay } from './pay.ts'
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
  if (session.status === 'complete' && posted) return seeOther(successUrl(session))
  if (session.status !== 'open') return endedPage(session, messages)
  const shown = { session, messages }
  if (step === 'challenge') {
    if (posted)
      return answerChallenge(account, { ...shown, outcome: readValues(request.body)['outcome'] ?? '' })
    return part === 'bank' ? bankPage(session, messages) : challengePage(session, messages)
  }
  if (posted) return pay(account, { ...shown, values: readValues(request.body) })
  return checkoutPage(account, { ...shown, filled: nothingFilled })
}

function readValues(body: string | null): Record<string, string> {
  if (body === null) return {}
  try {
    const fields = Object.entries(parseForm(body))
    return Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  } catch (error) {
    if (error instanceof StripeError) return {}
    throw error
  }
}

const assets: Record<string, Reply> = {
  '/c/assets/page.css': asset('page.css', 'text/css'),
  '/c/assets/in-browser.js': asset('in-browser.js', 'text/javascript'),
}

function asset(file: string, type: string): Reply {
  const body = readFileSync(new URL(file, import.meta.url), 'utf8')
  return {
    status: 200,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
    body,
  }
}
