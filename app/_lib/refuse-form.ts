import type { Locale } from '#domain/catalogue/text'
import { type ProblemCode, problemText } from './problem.ts'
import { seeOther } from './see-other.ts'
import { translator } from './translate.ts'

interface RefusedForm {
  readonly code: ProblemCode
  readonly locale: Locale
  /** Where a shopper reads why. */
  readonly page: string
  readonly headers?: Headers
}

/**
 * The answer to a form of a page without script that cannot be served: on to the page that says why. A form of another site
 * gets no further than a plain 403, for whoever pressed its button did not mean to come here.
 */
export function refuseForm({ code, locale, page, headers }: RefusedForm): Response {
  return code === 'forbidden-origin' ? forbidden(locale) : seeOther(page, headers)
}

function forbidden(locale: Locale): Response {
  const t = translator(locale)
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${t('shop.name')}</title>
<p>${problemText('forbidden-origin', t)}</p><p><a href="/${locale}">${t('order.to-shop')}</a></p></html>`
  return new Response(html, { status: 403, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
