import { settings } from '#env'

/**
 * Whether a request may change something: it comes from one of the shop's own pages, or from no browser at all.
 * Route Handlers do not check this themselves; browsers send Origin or Sec-Fetch-Site with every such request, and pages
 * of other sites cannot forge them. https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin === null || origin === settings().shopUrl
}
