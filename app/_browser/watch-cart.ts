import { cartInCookies } from './cart-in-cookies.ts'

/** Shows the cart's page anew where another tab has changed the cart: what is shown there is what its button pays for. */
export function watchCart(): void {
  if (!document.querySelector('main .cart')) return
  const shown = cartInCookies()
  let isLeaving = false
  const look = () => {
    if (!isLeaving && !document.hidden && cartInCookies() !== shown) location.reload()
  }
  // A change of this very page is on its way to a new one already.
  document.addEventListener('submit', () => (isLeaving = true))
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pageshow', () => {
    isLeaving = false
    look()
  })
  // Where a browser tells, tabs side by side agree at once.
  window.cookieStore?.addEventListener('change', look)
}
