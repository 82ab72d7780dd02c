// The script and the one question it asks. The question needs no secret: a session's id is secret enough, and the
// answer is the address that the shop would send the shopper to anyway.
import { readFileSync } from 'node:fs'
import type { Account } from '../account.ts'
import { errorBody, StripeError } from '../api/stripe-error.ts'
import { json, type Outcome } from '../http/reply.ts'

const script = readFileSync(new URL('stripe.js', import.meta.url), 'utf8')
const forAnyOrigin = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** Answers `GET /stripe.js` and `GET /stripe-js/session-url?key=…&session=…`. */
export function answerStripeJs(account: Account, request: { path: string; query: string }): Outcome {
  if (request.path === '/stripe.js') {
    const headers = {
      ...forAnyOrigin,
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    }
    return { status: 200, headers, body: script }
  }
  const query = new URLSearchParams(request.query)
  try {
    const url = sessionUrl(account, { key: query.get('key') ?? '', session: query.get('session') ?? '' })
    return json(200, { url }, forAnyOrigin)
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    return json(error.details.status, errorBody(error.details), forAnyOrigin)
  }
}

function sessionUrl(account: Account, asked: { key: string; session: string }): string {
  if (!asked.key.startsWith('pk_test_')) {
    throw new StripeError({
      status: 401,
      message: 'Local Stripe takes publishable test keys only (pk_test_…).',
    })
  }
  account.agenda.runDue()
  const session = account.store.find('checkout.session', asked.session)
  if (session === null) {
    const message = `No such checkout.session: ${asked.session}`
    throw new StripeError({ status: 404, code: 'resource_missing', message })
  }
  if (session.url !== null) return session.url
  throw new StripeError({ status: 400, message: `This Checkout Session is ${session.status ?? 'not open'}.` })
}
