import { seeOther } from './see-other.ts'

/**
 * The answer where only forms are taken: whoever reloads after a form that failed, or opens its address, wants a page and
 * goes on to the cart. Anything else gets 405.
 */
export function toCart({ headers }: Request): Response {
  if (headers.get('accept')?.includes('text/html')) return seeOther('/cart')
  return new Response(null, { status: 405, headers: { Allow: 'POST', 'Cache-Control': 'no-store' } })
}
