// The cart: action=add puts more of a sku in, action=set says how many, 0 or action=remove takes it out, action=put-back undoes
// that.
import { cartCookie, cartOf } from '../../_lib/cookies/cart-cookie.ts'
import { type Market, marketOf } from '../../_lib/market.ts'
import { notedCart } from '../../_lib/requests/noted-cart.ts'
import { parseRequest } from '../../_lib/requests/parse-request.ts'
import { type Problem, problemResponse } from '../../_lib/requests/problem.ts'
import { refuseForm } from '../../_lib/requests/refuse-form.ts'
import { seeOther } from '../../_lib/requests/see-other.ts'
import { seenCookie } from '../../_lib/cookies/seen-cookie.ts'
import { changeCart } from './change-cart.ts'

export { toCart as GET } from '../../_lib/requests/to-cart.ts'

/** Changes one line of the cart cookie. A form goes on to the cart page; JSON gets the cart. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseRequest(request, 'change')
  const fields = parsed.ok ? parsed.fields : {}
  const market = marketOf(request, fields)
  if (!parsed.ok) return refuse(parsed.problem, { ...market, isForm: parsed.isForm })
  const change = changeCart(cartOf(request), fields)
  if (!change.ok) return refuse(change.problem, { ...market, isForm: parsed.isForm })
  const headers = new Headers({ 'Set-Cookie': cartCookie(change.cart) })
  const seen = await seenCookie(request, { ...change, ...market })
  if (seen) headers.append('Set-Cookie', seen)
  return parsed.isForm
    ? seeOther(notedCart(market.locale, change.words), headers)
    : Response.json({ items: change.cart }, { headers })
}

function refuse(problem: Problem, { locale, isForm }: Market & { readonly isForm: boolean }): Response {
  const page = notedCart(locale, { problem: problem.code })
  return isForm ? refuseForm({ problem, locale, page }) : problemResponse(problem, locale)
}
