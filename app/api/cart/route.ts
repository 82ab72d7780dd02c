// Changes the cart: action=add puts more of a sku in, action=set says how many, 0 or action=remove takes it out.
import {
  addToCart,
  type Cart,
  isQuantity,
  isSku,
  maximumLines,
  maximumQuantity,
  setQuantity,
} from '#domain/cart/cart'
import { cartCookie, cartOf } from '../../_lib/cart-cookie.ts'
import { marketOf } from '../../_lib/market.ts'
import { parseRequest, wholeNumber } from '../../_lib/parse-request.ts'
import { type Problem, problemResponse } from '../../_lib/problem.ts'
import { refuseForm } from '../../_lib/refuse-form.ts'
import { seeOther } from '../../_lib/see-other.ts'

/** Changes one line of the cart cookie. A form goes on to the cart page; JSON gets the cart. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseRequest(request, 'change')
  const { locale } = marketOf(request, parsed.ok ? parsed.fields : {})
  const changed = parsed.ok ? changeCart(cartOf(request), parsed.fields) : parsed.problem
  if ('code' in changed) {
    const page = `/${locale}/cart?problem=${changed.code}`
    return parsed.isForm ? refuseForm({ problem: changed, locale, page }) : problemResponse(changed, locale)
  }
  const headers = new Headers({ 'Set-Cookie': cartCookie(changed) })
  return parsed.isForm ? seeOther(`/${locale}/cart`, headers) : Response.json({ items: changed }, { headers })
}

function changeCart(cart: Cart, fields: Readonly<Record<string, unknown>>): Cart | Problem {
  const { sku, action = 'add' } = fields
  if (!isSku(sku)) return { code: 'invalid-items' }
  switch (action) {
    case 'add':
      return putLine(cart, { sku, quantity: fields['quantity'] ?? 1, put: addToCart })
    case 'set':
      return wholeNumber(fields['quantity']) === 0
        ? setQuantity(cart, { sku, quantity: 0 })
        : putLine(cart, { sku, quantity: fields['quantity'], put: setQuantity })
    case 'remove':
      return setQuantity(cart, { sku, quantity: 0 })
    default:
      return { code: 'unknown-action' }
  }
}

interface Change {
  readonly sku: string
  readonly quantity: unknown
  readonly put: typeof addToCart
}

function putLine(cart: Cart, { sku, quantity: given, put }: Change): Cart | Problem {
  const quantity = wholeNumber(given)
  if (!isQuantity(quantity)) return { code: 'invalid-quantity', sku, maximum: maximumQuantity }
  const changed = put(cart, { sku, quantity })
  return changed.length > maximumLines ? { code: 'too-many-lines', maximum: maximumLines } : changed
}
