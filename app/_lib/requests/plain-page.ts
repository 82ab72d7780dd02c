// A page that is made by no page of Next.js: whoever is refused at the door sees the shop all the same, by its own style sheet.
import type { Locale } from '#domain/catalogue/text'
import { escapeHtml } from '#domain/mail/escape-html'
import { styleSheets } from '../../_doors/style-sheets.ts'
import { type Problem, type ProblemCode, problemHeaders, problemStatus, problemText } from './problem.ts'
import { type Translate, translator } from '../translate.ts'

interface PlainPage {
  readonly locale: Locale
  /** The path that the browser goes back to by itself, when the problem says how many seconds that takes. */
  readonly back?: string
}

const ways = [
  ['order.to-shop', ''],
  ['order.to-cart', '/cart'],
  ['help.order', '/orders'],
  ['help.contact', '/help/contact'],
] as const

/** A page that says what the problem is, that nothing has come of it, and where to go on. */
export function plainPage(problem: Problem, { locale, back }: PlainPage): Response {
  const t = translator(locale)
  const headers = problemHeaders(problem, locale)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const wait = headers.get('Retry-After')
  if (back && wait) headers.set('Refresh', `${wait}; url=${back}`)
  const title = t(titleOf(problem.code))
  const words = [problemText(problem, locale), t(back && wait ? 'refused.back' : 'refused.safe')]
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(`${title} · ${t('shop.name')}`)}</title>
${styleSheets().links}</head>
<body><header class="shop-header"><a class="sign" href="/${locale}"><img src="/icon.svg" width="36" height="36" alt="">
<span>${escapeHtml(t('shop.name'))}</span></a></header>
<main>${plainCard({ title, words, locale })}</main></body></html>
`
  return new Response(html, { status: problemStatus(problem), headers })
}

function titleOf(code: ProblemCode) {
  if (code === 'too-many-requests' || code === 'forbidden-origin') return `refused.${code}` as const
  return 'refused.title'
}

interface PlainCard {
  readonly title: string
  readonly words: readonly string[]
  readonly locale: Locale
}

/** What such a page says, and the ways on, in one language. */
export function plainCard({ title, words, locale }: PlainCard): string {
  return `<div class="narrow order" lang="${locale}"><section class="order-status unavailable"><h1>${escapeHtml(title)}</h1>
${words.map((each) => `<p>${escapeHtml(each)}</p>`).join('\n')}
<p class="ways-on">${links(translator(locale), locale)}</p></section></div>`
}

function links(t: Translate, locale: Locale): string {
  return ways
    .map(([key, path]) => `<a class="button" href="/${locale}${path}">${escapeHtml(t(key))}</a>`)
    .join('\n')
}
