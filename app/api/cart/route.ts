// Changes the cart: action=add puts more of a sku in, action=set says how many, 0 takes it out.
import {
  addToCart,
  type Cart,
  isQuantity,
  isSku,
  maximumLines,
  maximumQuantity,
  readCart,
  setQuantity,
} from '#domain/cart/cart'
import { cartCookie } from '../../_lib/cart-cookie.ts'
import { marketOf, readCookies } from '../../_lib/market.ts'
import { parseRequest, wholeNumber } from '../../_lib/parse-request.ts'
import { type Problem, problemResponse } from '../../_lib/problem.ts'
import { isSameOrigin } from '../../_lib/same-origin.ts'
import { seeOther } from '../../_lib/see-other.ts'

/** Changes one line of the cart cookie. A form goes on to the cart page; JSON gets the cart. */
export async function POST(request: Request): Promise<Response> {
  const { locale } = marketOf(request)
  if (!isSameOrigin(request)) return problemResponse({ code: 'forbidden-origin' }, locale)
  const parsed = await parseRequest(request)
  const market = marketOf(request, parsed.ok ? parsed.fields : {})
  const cart = readCart(readCookies(request.headers.get('cookie')).get('cart'))
  const changed = parsed.ok ? changeCart(cart, parsed.fields) : { code: parsed.code }
  if ('code' in changed) {
    return parsed.isForm
      ? seeOther(`/${market.locale}/cart?problem=${changed.code}`)
      : problemResponse(changed, market.locale)
  }
  const headers = new Headers({ 'Set-Cookie': cartCookie(changed) })
  return parsed.isForm
    ? seeOther(`/${market.locale}/cart`, headers)
    : Response.json({ items: changed }, { headers })
}

function changeCart(cart: Cart, fields: Readonly<Record<string, unknown>>): Cart | Problem {
  const { sku, action = 'add' } = fields
  const quantity = action === 'remove' ? 0 : wholeNumber(fields['quantity'] ?? 1)
  if (!isSku(sku)) return { code: 'invalid-items' }
  const removes = quantity === 0 && action !== 'add'
  if (!removes && !isQuantity(quantity)) return { code: 'invalid-quantity', sku, maximum: maximumQuantity }
  const changed = action === 'add' ? addToCart(cart, { sku, quantity }) : setQuantity(cart, { sku, quantity })
  return changed.length > maximumLines ? { code: 'too-many-lines', maximum: maximumLines } : changed
}
