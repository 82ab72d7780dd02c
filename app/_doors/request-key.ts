// Which requests a static page cannot tell apart: those whose address, language, currency and compression are the same. What
// next.config.js looks at when it chooses the page is in here; a request with anything unusual is like no other.
import type { IncomingMessage } from 'node:http'
import { locales } from '#domain/catalogue/text'
import { currencies } from '#domain/money/currency'
import { prefersChinese } from '../_lib/market.ts'
import { packingFor } from './pack.ts'

const address = /^\/[\w/-]{0,200}$/
// Of each, one that the shop has: whoever makes others up, or says it again and again, is not to fill what is kept.
const choices = new RegExp(
  `(?:^|;) ?(locale=(?:${locales.join('|')})|currency=(?:${currencies.join('|')}))(?=;|$)`,
  'g',
)
const mostChoices = 2
const isChinese = new RegExp(`^${prefersChinese}$`)
// What Next.js answers differently to: parts of a page, previews of it, orders to make it anew.
const special = /^(rsc|next-.*|x-prerender-revalidate|x-middleware-.*|x-matched-path|x-now-.*)$/

/** The same for requests that are answered with the same static page, byte for byte; null where that is not certain. */
export function requestKey({ method, url = '', headers }: IncomingMessage): string | null {
  const cookie = headers.cookie ?? ''
  const chosen = [...cookie.matchAll(choices)].map(([, choice]) => choice)
  const isUsual =
    method === 'GET' &&
    address.test(url) &&
    // A choice that is written in a way that only Next.js may understand.
    (cookie.match(/locale|currency/g)?.length ?? 0) === chosen.length &&
    chosen.length <= mostChoices &&
    !cookie.includes('__prerender_bypass') &&
    headers['transfer-encoding'] === undefined &&
    !Number(headers['content-length'] ?? 0) &&
    !Object.keys(headers).some((name) => special.test(name))
  if (!isUsual) return null
  return [
    url,
    ...chosen,
    isChinese.test(headers['accept-language'] ?? ''),
    packingFor(headers['accept-encoding']),
  ].join(' ')
}
