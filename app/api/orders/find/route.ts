// Leads whoever knows an order's number and the e-mail address it was paid with to the order. Everybody else hears the same,
// and just as soon: whether there is such an order, and whose it is, is nobody's business.
import { setTimeout as pause } from 'node:timers/promises'
import { findTokenByNumber, plainEmail } from '#domain/orders/find-by-number'
import { parseOrderNumber } from '#domain/orders/order-number'
import type { Locale } from '#domain/catalogue/text'
import { secondsToWait } from '../../../_doors/seconds-to-wait.ts'
import { lookUpCookie, type LookUp } from '../../../_lib/cookies/look-up-cookie.ts'
import { marketOf } from '../../../_lib/market.ts'
import { parseRequest } from '../../../_lib/requests/parse-request.ts'
import { type Problem, problemOfError, problemResponse } from '../../../_lib/requests/problem.ts'
import { refuseForm } from '../../../_lib/requests/refuse-form.ts'
import { seeOther } from '../../../_lib/requests/see-other.ts'

// Longer than the database takes, so that an answer's time says nothing of what it found.
const answerMs = 250
const addressForm = /^[^\s@]+@[^\s@]+$/

type Found = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly problem: Problem }

/** Takes `number` and `email`. Gives {"url"} of the order's page, or leads a form there. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseRequest(request, 'find')
  const fields = parsed.ok ? parsed.fields : {}
  const { locale } = marketOf(request, fields)
  const typed = { number: textOf(fields['number']), email: textOf(fields['email']) }
  const found = parsed.ok ? await find(typed, request.headers) : parsed
  if (!found.ok && !parsed.isForm) return problemResponse(found.problem, locale)
  // What was not even read.
  if (!parsed.ok) return refuseForm({ problem: parsed.problem, locale, page: `/${locale}/orders` })
  if (!found.ok) return sayOnPage(found.problem, { typed, locale })
  const url = `/${locale}/orders/${found.token}`
  const headers = new Headers({ 'Set-Cookie': lookUpCookie(null), 'Cache-Control': 'no-store' })
  return parsed.isForm ? seeOther(url, headers) : Response.json({ url }, { headers })
}

async function find(typed: LookUp, headers: Headers): Promise<Found> {
  const [id, email] = [parseOrderNumber(typed.number), plainEmail(typed.email)]
  if (!id) return { ok: false, problem: { code: 'invalid-number' } }
  if (!addressForm.test(email)) return { ok: false, problem: { code: 'invalid-email' } }
  const retryAfter = secondsToWait('guess', headers, { subject: id })
  if (retryAfter > 0) return { ok: false, problem: { code: 'too-many-requests', retryAfter } }
  const [answer] = await Promise.all([ask({ id, email }), pause(answerMs)])
  return answer
}

async function ask(claim: { readonly id: string; readonly email: string }): Promise<Found> {
  try {
    const token = await findTokenByNumber(claim)
    return token ? { ok: true, token } : { ok: false, problem: { code: 'unknown-order' } }
  } catch (error) {
    return { ok: false, problem: problemOfError(error) }
  }
}

// The address's fragment is the field to be looked at: the browser goes into it by itself.
function sayOnPage(problem: Problem, { typed, locale }: { typed: LookUp; locale: Locale }): Response {
  const field = problem.code === 'invalid-email' ? 'email' : 'number'
  const wait = 'retryAfter' in problem ? `&wait=${problem.retryAfter}` : ''
  const page = `/${locale}/orders?problem=${problem.code}${wait}#${field}`
  return seeOther(page, new Headers({ 'Set-Cookie': lookUpCookie(typed) }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
