import { isLocalHost, settings } from '#env'

/**
 * Whether a request may change something: it comes from one of the shop's own pages, or from no browser at all.
 * Route Handlers do not check this themselves; browsers send Origin or Sec-Fetch-Site with every such request, and pages
 * of other sites cannot forge them. https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
export function isSameOrigin(request: Request, shopUrl = settings().shopUrl): boolean {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin') return false
  // A page may hide its origin; that it is the shop's the browser says then by itself.
  if (origin === null || (origin === 'null' && site !== null)) return true
  return origin === shopUrl || isSameLoopback(origin, shopUrl)
}

// A shop on one's own machine answers to each of the machine's names for itself. Anywhere else a name that is not the shop's
// is a stranger's, though it may lead to the shop: so SHOP_URL alone says who the shop is, and never the Host header.
function isSameLoopback(origin: string, shopUrl: string): boolean {
  const [given, own] = [URL.parse(origin), new URL(shopUrl)]
  return (
    given !== null &&
    given.origin === origin &&
    given.protocol === own.protocol &&
    given.port === own.port &&
    isLocalHost(given.host) &&
    isLocalHost(own.host)
  )
}
