// Where a cart becomes a Checkout Session: {"items":[{"sku","quantity"}]} as JSON gives {"id","url"}; the same as a form
// gives a redirect. Prices, names and stock come from the database alone.
import type { Cart } from '#domain/cart/cart'
import { parseItems } from '#domain/cart/parse-items'
import { placeOrder } from '#domain/orders/place-order'
import { secondsToWait } from '../../_doors/seconds-to-wait.ts'
import { cartCookie, cartOf, cartWith } from '../../_lib/cookies/cart-cookie.ts'
import { currencyNamed, type Market, marketOf } from '../../_lib/market.ts'
import { orderingCookie } from '../../_lib/cookies/ordering-cookie.ts'
import { notedCart } from '../../_lib/requests/noted-cart.ts'
import { parseRequest, wholeNumber } from '../../_lib/requests/parse-request.ts'
import { type Problem, problemOfError, problemResponse } from '../../_lib/requests/problem.ts'
import { refuseForm } from '../../_lib/requests/refuse-form.ts'
import { seeOther } from '../../_lib/requests/see-other.ts'
import { seenCookie } from '../../_lib/cookies/seen-cookie.ts'
import { shopperOf } from '../../_lib/cookies/shopper.ts'

interface Checkout extends Market {
  readonly request: Request
  /** Sent by a page without script. */
  readonly isForm: boolean
  /** Sent by the cart page, with what is in the cart; else by Buy now. */
  readonly fromCart: boolean
  /** The total that the page showed, in minor units; null where it showed none. It is only ever a reason to refuse. */
  readonly shown: number | null
  readonly cart: Cart
}

export { toCart as GET } from '../../_lib/requests/to-cart.ts'

/** Opens a Checkout Session for the items of the request. Problems: see app/_lib/requests/problem.ts. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseRequest(request, 'checkout')
  const fields = parsed.ok ? parsed.fields : {}
  const { isForm } = parsed
  const fromCart = fields['from'] === 'cart'
  const shown = amountOf(fields['shown'])
  const checkout = { ...marketOf(request, fields), request, isForm, fromCart, shown, cart: [] }
  if (!parsed.ok) return refuse(parsed.problem, checkout)
  const { currency = null } = fields
  if (currency !== null && !currencyNamed(currency)) return refuse({ code: 'unknown-currency' }, checkout)
  const items = parseItems(fields['items'])
  return items.ok ? open({ ...checkout, cart: items.cart }) : refuse(items.problem, checkout)
}

async function open(checkout: Checkout): Promise<Response> {
  const { request, isForm, fromCart, shown, cart, locale, currency } = checkout
  const shopper = shopperOf(request)
  if (isForm && shopper.setCookie && isFirstPost(request)) return introduce(shopper.setCookie)
  const retryAfter = secondsToWait('hold', request.headers, { cost: unitsOf(cart) })
  if (retryAfter > 0) return refuse({ code: 'too-many-requests', retryAfter }, checkout)
  try {
    const order = await placeOrder({
      locale,
      currency,
      cart,
      shopper: shopper.hash,
      isNewcomer: shopper.setCookie !== null,
      shown,
    })
    if (!order.ok) return refuse(order.problem, checkout)
    const { sessionId: id, url } = order
    const headers = cookieHeaders([shopper.setCookie, ...(fromCart ? await leaveCart(checkout, id) : [])])
    return isForm ? seeOther(url, headers) : Response.json({ id, url }, { headers })
  } catch (error) {
    return refuse(problemOfError(error), checkout)
  }
}

function amountOf(value: unknown): number | null {
  const amount = wholeNumber(value)
  return typeof amount === 'number' ? amount : null
}

function unitsOf(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0)
}

function cookieHeaders(cookies: readonly (string | null)[]): Headers {
  return new Headers(cookies.filter((cookie) => cookie !== null).map((cookie) => ['Set-Cookie', cookie]))
}

// Whoever goes on to pay has seen what the cart costs.
async function leaveCart({ request, currency }: Checkout, sessionId: string): Promise<(string | null)[]> {
  const look = { cart: cartOf(request), currency, only: null }
  return [orderingCookie(sessionId), await seenCookie(request, look)]
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

// A shopper without script reads the problem on the cart page, and finds there what they wanted to buy now.
function refuse(problem: Problem, { request, isForm, fromCart, cart, locale }: Checkout): Response {
  if (!isForm) return problemResponse(problem, locale)
  const headers = new Headers(
    fromCart || cart.length === 0 ? {} : { 'Set-Cookie': cartCookie(cartWith(request, cart)) },
  )
  return refuseForm({ problem, locale, page: notedCart(locale, { problem: problem.code }), headers })
}
