import type { Locale } from '#domain/catalogue/text'
import { type Problem, problemHeaders, problemStatus, problemText } from './problem.ts'
import { translator } from '../translate.ts'

interface PlainPage {
  readonly locale: Locale
  /** The path that the browser goes back to by itself, when the problem says how many seconds that takes. */
  readonly back?: string
}

/** A page that says what the problem is, made of nothing but its words. */
export function plainPage(problem: Problem, { locale, back }: PlainPage): Response {
  const t = translator(locale)
  const headers = problemHeaders(problem, locale)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const wait = headers.get('Retry-After')
  if (back && wait) headers.set('Refresh', `${wait}; url=${back}`)
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${t('shop.name')}</title>
<p>${problemText(problem.code, t)}</p><p><a href="/${locale}">${t('order.to-shop')}</a></p></html>`
  return new Response(html, { status: problemStatus(problem), headers })
}
