// The cart: action=add puts more of a sku in, action=set says how many, 0 or action=remove takes it out, action=put-back undoes
// that.
import { cartCookie, cartOf } from '../../_lib/cookies/cart-cookie.ts'
import { type Market, marketOf } from '../../_lib/market.ts'
import { parseRequest } from '../../_lib/requests/parse-request.ts'
import { type Problem, problemResponse } from '../../_lib/requests/problem.ts'
import { refuseForm } from '../../_lib/requests/refuse-form.ts'
import { seeOther } from '../../_lib/requests/see-other.ts'
import { seenCookie } from '../../_lib/cookies/seen-cookie.ts'
import { type CartChange, changeCart } from './change-cart.ts'

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
    ? seeOther(pageOf(change, market), headers)
    : Response.json({ items: change.cart }, { headers })
}

// What has happened stands in the page's address: of what was taken out enough to name it there, and to put it back.
function pageOf({ removed, only }: Extract<CartChange, { ok: true }>, { locale }: Market): string {
  if (only) return `/${locale}/cart?added`
  if (!removed) return `/${locale}/cart`
  const { sku, quantity, at } = removed
  return `/${locale}/cart?${new URLSearchParams({ removed: sku, quantity: `${quantity}`, at: `${at}` })}`
}

function refuse(problem: Problem, { locale, isForm }: Market & { readonly isForm: boolean }): Response {
  const page = `/${locale}/cart?problem=${problem.code}`
  return isForm ? refuseForm({ problem, locale, page }) : problemResponse(problem, locale)
}
