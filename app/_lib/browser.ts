import { headers } from 'next/headers'
import { type Cart, readCart } from '#domain/cart/cart'
import { readSeenPrices, type SeenPrices } from '#domain/cart/seen-prices'
import { readCookies } from './market.ts'
import { isShopper, knownShopper } from './cookies/shopper.ts'

/** What the browser that asks for a page brings along. Reading it makes a page dynamic: catalogue pages must not. */
export interface Browser {
  readonly cart: Cart
  /** What its shopper saw the things in the cart at; null: nothing is known. */
  readonly seen: SeenPrices | null
  /** The hash of its shopper cookie; null for a newcomer. */
  readonly shopper: string | null
  /** The session that its cart was last sent to, while that is not paid. */
  readonly ordering: string | null
  /** Whether it is the browser that placed the order of this shopper. */
  readonly placed: (order: { readonly shopper: string }) => boolean
}

/** The browser of the page being rendered. */
export async function readBrowser(): Promise<Browser> {
  // Read as the Route Handlers read them: Next.js's own reading drops a whole cookie for one bad `%` in it.
  const jar = readCookies((await headers()).get('cookie'))
  const secret = jar.get('shopper')
  return {
    cart: readCart(jar.get('cart')),
    seen: readSeenPrices(jar.get('seen')),
    shopper: knownShopper(secret),
    ordering: jar.get('ordering') ?? null,
    placed: ({ shopper }) => isShopper(secret, shopper),
  }
}
