'use client'
import { useEffect } from 'react'
import { cartInCookies } from '../../../_lib/cart-in-cookies'

/** Shows the cart anew where another tab has changed it: what is shown here is what its button pays for. */
export function CartFreshness() {
  useEffect(() => {
    const shown = cartInCookies()
    const stop = new AbortController()
    let isLeaving = false
    // A change of this very page is on its way to a new one already.
    const leave = () => (isLeaving = true)
    const look = () => {
      if (!isLeaving && !document.hidden && cartInCookies() !== shown) location.reload()
    }
    const { signal } = stop
    document.addEventListener('submit', leave, { signal })
    document.addEventListener('visibilitychange', look, { signal })
    window.addEventListener(
      'pageshow',
      () => {
        isLeaving = false
        look()
      },
      { signal },
    )
    // Where a browser tells, tabs side by side agree at once.
    window.cookieStore?.addEventListener('change', look, { signal })
    return () => stop.abort()
  }, [])
  return null
}
