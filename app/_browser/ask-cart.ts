// The browser asks for the cart. Its one template is the cart's own page, whose parts are shown beside another page.

// How many milliseconds the shop may take to answer.
const patience = 8_000

export interface CartAnswer {
  /** What became of it, in words; empty when there is nothing to say. */
  readonly words: string
  /** What the page has of the cart; null where it has none, and the words say why. */
  readonly parts: readonly Element[] | null
}

/** The cart after `change`, or as it is. Throws when no answer comes. */
export async function askCart(href: string, change: URLSearchParams | null): Promise<CartAnswer> {
  const request = change ? { method: 'POST', body: change } : {}
  const address = change ? '/api/cart' : href
  const answer = await fetch(address, { ...request, signal: AbortSignal.timeout(patience) })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const cart = page.querySelector('main .cart')
  const words = page.querySelector(cart ? '.cart-note' : 'main p, body > p')
  return { words: words?.textContent ?? '', parts: cart && [...cart.children] }
}
