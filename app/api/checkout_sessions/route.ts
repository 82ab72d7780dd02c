// Where a cart becomes a Checkout Session: {"items":[{"sku","quantity"}]} as JSON gives {"id","url"}; the same as a form
// gives a redirect. Prices, names and stock come from the database alone.
import { parseItems } from '#domain/cart/parse-items'
import { placeOrder } from '#domain/orders/place-order'
import { type Market, marketOf } from '../../_lib/market.ts'
import { parseRequest } from '../../_lib/parse-request.ts'
import { type Problem, problemOfError, problemResponse } from '../../_lib/problem.ts'
import { isSameOrigin } from '../../_lib/same-origin.ts'
import { seeOther } from '../../_lib/see-other.ts'
import { shopperOf } from '../../_lib/shopper.ts'

/** Opens a Checkout Session for the items of the request. Problems: see app/_lib/problem.ts. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problemResponse({ code: 'forbidden-origin' }, marketOf(request).locale)
  const parsed = await parseRequest(request)
  const market = marketOf(request, parsed.ok ? parsed.fields : {})
  const refuse = (problem: Problem) => refusal({ problem, market, isForm: parsed.isForm })
  if (!parsed.ok) return refuse({ code: parsed.code })
  const items = parseItems(parsed.fields['items'])
  if (!items.ok) return refuse(items.problem)
  try {
    const shopper = shopperOf(request)
    if (parsed.isForm && shopper.setCookie && isFirstPost(request)) return introduce(shopper.setCookie)
    const order = await placeOrder({ ...market, cart: items.cart, shopper: shopper.hash })
    if (!order.ok) return refuse(order.problem)
    const { sessionId: id, url } = order
    const headers = new Headers(shopper.setCookie ? { 'Set-Cookie': shopper.setCookie } : {})
    return parsed.isForm ? seeOther(url, headers) : Response.json({ id, url }, { headers })
  } catch (error) {
    return refuse(problemOfError(error))
  }
}

// A newcomer without script who clicks twice would be two shoppers with an order each: neither request knows of the cookie
// that answers the other. So the first answer only brings the cookie and has the form posted again; a browser that was
// clicked twice follows one answer. 307 keeps the method and the body.
function introduce(setCookie: string): Response {
  const headers = { Location: '/api/checkout_sessions?introduced', 'Set-Cookie': setCookie }
  return new Response(null, { status: 307, headers })
}

// Only browsers say that they navigate, and one that keeps no cookies is not asked a second time.
function isFirstPost(request: Request): boolean {
  const navigates = request.headers.get('sec-fetch-mode') === 'navigate'
  return navigates && !new URL(request.url).searchParams.has('introduced')
}

interface Refusal {
  readonly problem: Problem
  readonly market: Market
  readonly isForm: boolean
}

// A shopper without script reads the problem on the cart page, with the cart still there.
function refusal({ problem, market, isForm }: Refusal): Response {
  if (!isForm) return problemResponse(problem, market.locale)
  return seeOther(`/${market.locale}/cart?problem=${problem.code}`)
}
