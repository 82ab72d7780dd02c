// Takes what was ordered from the cart page out of the cart. The success page shows this address as an invisible picture: a
// page cannot set a cookie while it is rendered, and this way needs no script.
import { type Cart, setQuantity } from '#domain/cart/cart'
import { isBought, type Order } from '#domain/orders/order'
import { findOrderBySession } from '#domain/orders/order-store'
import { secondsToWait } from '../../../_doors/seconds-to-wait.ts'
import { cartCookie, cartOf } from '../../../_lib/cookies/cart-cookie.ts'
import { readCookies } from '../../../_lib/market.ts'
import { orderingCookie } from '../../../_lib/cookies/ordering-cookie.ts'
import { problemOfError } from '../../../_lib/requests/problem.ts'
import { isShopper } from '../../../_lib/cookies/shopper.ts'

/** 204 always. Acts once for the last order from the cart page, and only when that is paid or on its way. */
export async function GET(request: Request): Promise<Response> {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  const cookies = readCookies(request.headers.get('cookie'))
  const order = await findOrdered(request, cookies)
  if (order) {
    headers.append('Set-Cookie', cartCookie(withoutOrdered(cartOf(request), order)))
    headers.append('Set-Cookie', orderingCookie(null))
  }
  return new Response(null, { status: 204, headers })
}

async function findOrdered(request: Request, cookies: ReadonlyMap<string, string>): Promise<Order | null> {
  const sessionId = new URL(request.url).searchParams.get('session_id')
  if (!sessionId || sessionId !== cookies.get('ordering')) return null
  if (secondsToWait('look', request.headers) > 0) return null
  try {
    const order = await findOrderBySession(sessionId)
    return order && isShopper(cookies.get('shopper'), order.shopper) && isBought(order) ? order : null
  } catch (error) {
    // It is logged there; the next look at the success page tries again.
    problemOfError(error)
    return null
  }
}

function withoutOrdered(cart: Cart, { lines }: Order): Cart {
  return lines.reduce((rest, { sku, quantity }) => {
    const inCart = rest.find((line) => line.sku === sku)?.quantity ?? 0
    return setQuantity(rest, { sku, quantity: Math.max(0, inCart - quantity) })
  }, cart)
}
