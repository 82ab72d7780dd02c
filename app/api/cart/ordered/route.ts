// Takes what was bought out of the cart. The success page shows this address as an invisible picture: a page cannot set a
// cookie while it is rendered, and this way needs no script.
import { type Cart, readCart, setQuantity } from '#domain/cart/cart'
import { isBought, type Order } from '#domain/orders/order'
import { findOrderBySession } from '#domain/orders/order-store'
import { cartCookie } from '../../../_lib/cart-cookie.ts'
import { readCookies } from '../../../_lib/market.ts'
import { cookieText, isShopper } from '../../../_lib/shopper.ts'

const monthSeconds = 30 * 24 * 3600

/** 204 always. Acts once for each order, only for the browser that placed it, and only when it is paid or on its way. */
export async function GET(request: Request): Promise<Response> {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  const cookies = readCookies(request.headers.get('cookie'))
  const sessionId = new URL(request.url).searchParams.get('session_id') ?? ''
  const order = cookies.get('ordered') === sessionId ? null : await findOrderBySession(sessionId)
  if (order && isShopper(cookies.get('shopper'), order.shopper) && isBought(order)) {
    headers.append('Set-Cookie', cartCookie(withoutOrdered(readCart(cookies.get('cart')), order)))
    headers.append(
      'Set-Cookie',
      cookieText({ name: 'ordered', value: sessionId, maxAge: monthSeconds, httpOnly: true }),
    )
  }
  return new Response(null, { status: 204, headers })
}

function withoutOrdered(cart: Cart, { lines }: Order): Cart {
  return lines.reduce((rest, { sku, quantity }) => {
    const inCart = rest.find((line) => line.sku === sku)?.quantity ?? 0
    return setQuantity(rest, { sku, quantity: Math.max(0, inCart - quantity) })
  }, cart)
}
