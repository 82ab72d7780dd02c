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
    const order = await placeOrder({ ...market, cart: items.cart, shopper: shopper.hash })
    if (!order.ok) return refuse(order.problem)
    const { sessionId: id, url } = order
    const headers = new Headers(shopper.setCookie ? { 'Set-Cookie': shopper.setCookie } : {})
    return parsed.isForm ? seeOther(url, headers) : Response.json({ id, url }, { headers })
  } catch (error) {
    return refuse(problemOfError(error))
  }
}

// A shopper without script reads the problem on the cart page, with the cart still there.
function refusal({
  problem,
  market,
  isForm,
}: {
  problem: Problem
  market: Market
  isForm: boolean
}): Response {
  if (!isForm) return problemResponse(problem, market.locale)
  return seeOther(`/${market.locale}/cart?problem=${problem.code}`)
}
