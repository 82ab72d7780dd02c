import { type Cart, writeCart } from '#domain/cart/cart'
import { cookieText } from './shopper.ts'

const thirtyDaysSeconds = 30 * 24 * 3600

/** The Set-Cookie header that keeps a cart for 30 days. Scripts may read it: the header's count comes from it, so that pages stay static. */
export function cartCookie(cart: Cart): string {
  return cookieText({
    name: 'cart',
    value: writeCart(cart),
    maxAge: cart.length > 0 ? thirtyDaysSeconds : 0,
    httpOnly: false,
  })
}
