// Where a page sends whoever opens it too often. A page cannot answer 429 itself.
import { isLocale } from '#domain/catalogue/text'
import { marketOf } from '../../_lib/market.ts'
import { plainPage } from '../../_lib/requests/plain-page.ts'

const page = /^\/(?:(en|zh-CN)\/)?(?:(?:success|cancel)|orders\/[\w-]{22})(?:\?session_id=\w{1,200})?$/

/** 429, in words; when the time is over the browser goes back to the page by itself. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const back = searchParams.get('back') ?? ''
  const [path = '/', language] = page.exec(back) ?? []
  const retryAfter = Math.min(Math.max(Number(searchParams.get('seconds')) || 1, 1), 60)
  const locale = isLocale(language) ? language : marketOf(request).locale
  return plainPage({ code: 'too-many-requests', retryAfter }, { locale, back: path })
}
