'use client'
import { useSyncExternalStore } from 'react'

/** How many things are in the cart, read in the browser: the page itself is the same for everybody. */
export function CartCount() {
  const count = useSyncExternalStore(subscribe, countItems, () => 0)
  return count > 0 ? <span className="cart-count">{count}</span> : null
}

// Back and forward may show a page from before the cart changed.
function subscribe(changed: () => void): () => void {
  window.addEventListener('pageshow', changed)
  return () => window.removeEventListener('pageshow', changed)
}

function countItems(): number {
  const cart = /(?:^|; )cart=([^;]*)/.exec(document.cookie)?.[1] ?? ''
  return [...cart.matchAll(/:(\d+)/g)].reduce((sum, [, quantity]) => sum + Number(quantity), 0)
}
