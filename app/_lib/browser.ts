import { cookies } from 'next/headers'
import { type Cart, readCart } from '#domain/cart/cart'
import { isShopper, knownShopper } from './shopper.ts'

/** What the browser that asks for a page brings along. Reading it makes a page dynamic: catalogue pages must not. */
export interface Browser {
  readonly cart: Cart
  /** The hash of its shopper cookie; null for a newcomer. */
  readonly shopper: string | null
  /** Whether it is the browser that placed the order of this shopper. */
  readonly placed: (order: { readonly shopper: string }) => boolean
}

/** The browser of the page being rendered. */
export async function readBrowser(): Promise<Browser> {
  const jar = await cookies()
  const secret = jar.get('shopper')?.value
  return {
    cart: readCart(jar.get('cart')?.value),
    shopper: knownShopper(secret),
    placed: ({ shopper }) => isShopper(secret, shopper),
  }
}
