// Remembers the language or the currency that a visitor chose, and goes back to the page they chose it on.
import { isLocale, type Locale } from '#domain/catalogue/text'
import { isCurrency } from '#domain/money/currency'
import { marketOf } from '../../_lib/market.ts'
import { parseRequest } from '../../_lib/requests/parse-request.ts'
import { problemResponse } from '../../_lib/requests/problem.ts'
import { refuseForm } from '../../_lib/requests/refuse-form.ts'
import { seeOther } from '../../_lib/requests/see-other.ts'
import { cookieText } from '../../_lib/cookies/shopper.ts'

const yearSeconds = 365 * 24 * 3600

/** Takes a form with `locale` or `currency`. A form that cannot be taken changes nothing and leads to the shop. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseRequest(request, 'change')
  const chosen = parsed.ok ? choiceOf(parsed.fields) : null
  if (!chosen) {
    const problem = parsed.ok ? ({ code: 'invalid-preference' } as const) : parsed.problem
    const { locale } = marketOf(request)
    return parsed.isForm ? refuseForm({ problem, locale, page: '/' }) : problemResponse(problem, locale)
  }
  const headers = new Headers({
    'Set-Cookie': cookieText({ ...chosen, maxAge: yearSeconds, httpOnly: true }),
  })
  return seeOther(pageBefore(request, isLocale(chosen.value) ? chosen.value : null), headers)
}

function choiceOf({
  locale,
  currency,
}: Readonly<Record<string, unknown>>): { name: string; value: string } | null {
  if (isLocale(locale)) return { name: 'locale', value: locale }
  return isCurrency(currency) ? { name: 'currency', value: currency } : null
}

// The page the form was on, with its query, in the new language: the success page is nothing without its session. Only a
// path within the shop is followed: a header that a stranger wrote must not send people elsewhere.
function pageBefore(request: Request, locale: Locale | null): string {
  const page = URL.parse(request.headers.get('referer') ?? '')
  if (!page || !/^https?:$/.test(page.protocol) || page.host !== request.headers.get('host')) return '/'
  const path = `/${page.pathname.replace(/^\/+/, '')}${page.search}`
  return locale ? path.replace(/^\/(en|zh-CN)(?=[/?]|$)/, `/${locale}`) : path
}
