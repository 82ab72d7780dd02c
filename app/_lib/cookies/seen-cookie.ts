import type { Cart } from '#domain/cart/cart'
import { seePrices } from '#domain/cart/see-prices'
import { readSeenPrices, writeSeenPrices } from '#domain/cart/seen-prices'
import type { Currency } from '#domain/money/currency'
import { thirtyDaysSeconds } from './cart-cookie.ts'
import { readCookies } from '../market.ts'
import { isDatabaseUnavailable } from '../requests/problem.ts'
import { cookieText } from './shopper.ts'

interface Look {
  readonly cart: Cart
  readonly currency: Currency
  /** The one thing that is looked at; null: the whole cart. */
  readonly only: string | null
}

/**
 * The Set-Cookie header that remembers the prices of a cart that the shopper looks at, for as long as the cart. Null while the
 * database is away, which keeps nobody from filling a cart: they are remembered with the next change.
 */
export async function seenCookie(request: Request, look: Look): Promise<string | null> {
  const before = readSeenPrices(readCookies(request.headers.get('cookie')).get('seen'))
  try {
    const seen = await seePrices({ ...look, before })
    const maxAge = seen.amounts.size > 0 ? thirtyDaysSeconds : 0
    const value = maxAge > 0 ? writeSeenPrices(seen) : ''
    return cookieText({ name: 'seen', value, maxAge, httpOnly: true })
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    return null
  }
}
