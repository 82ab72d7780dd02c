// GET /feed.xml?locale=zh-CN&currency=cny
import { isLocale } from '#domain/catalogue/text'
import { currencyNamed, marketOf } from '../_lib/market.ts'
import { merchantFeed } from '../_lib/found/merchant-feed.ts'
import { problemResponse } from '../_lib/requests/problem.ts'
import { streamXml } from '../_lib/found/stream-xml.ts'

// Shopping services read it a few times a day; of a large shop it is many megabytes.
const cost = 20

/** The feed for shopping services; in the reader's language and currency where the address names none. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const asked = { locale: searchParams.get('locale'), currency: searchParams.get('currency') }
  const market = marketOf(request, asked)
  const { locale } = market
  const isUnknown =
    (asked.locale !== null && !isLocale(asked.locale)) ||
    (asked.currency !== null && !currencyNamed(asked.currency))
  if (isUnknown) return problemResponse({ code: 'invalid-preference' }, locale)
  const answer = await streamXml(request, merchantFeed(market), { locale, cost })
  answer.headers.set('Vary', 'Accept-Language, Cookie')
  return answer
}
