import { type Cart, readCart, setQuantity, writeCart } from '#domain/cart/cart'
import { readCookies } from '../market.ts'
import { cookieText } from './shopper.ts'

export const thirtyDaysSeconds = 30 * 24 * 3600

/** The cart that a request's cookie holds. */
export function cartOf(request: Request): Cart {
  return readCart(readCookies(request.headers.get('cookie')).get('cart'))
}

/** The cart of a request with at least `wanted` in it, however often it is asked for. */
export function cartWith(request: Request, wanted: Cart): Cart {
  return wanted.reduce((cart, { sku, quantity }) => {
    const inCart = cart.find((line) => line.sku === sku)?.quantity ?? 0
    return setQuantity(cart, { sku, quantity: Math.max(inCart, quantity) })
  }, cartOf(request))
}

/** The Set-Cookie header that keeps a cart for 30 days. Scripts may read it: the header's count comes from it, so that pages stay static. */
export function cartCookie(cart: Cart): string {
  return cookieText({
    name: 'cart',
    value: writeCart(cart),
    maxAge: cart.length > 0 ? thirtyDaysSeconds : 0,
    httpOnly: false,
  })
}
