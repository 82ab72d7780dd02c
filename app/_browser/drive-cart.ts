import { askCart } from './ask-cart.ts'
import { cartInCookies } from './cart-in-cookies.ts'
import { say } from './say.ts'

interface CartDrawer {
  readonly drawer: HTMLDialogElement
  /** In the drawer: what became of the last change, and the cart itself. */
  readonly said: Element
  readonly shown: Element
  /** The cart's page. */
  readonly href: string
  /** What may have to be said. What became of a change is taken from the cart's own page. */
  readonly texts: DOMStringMap
}

/**
 * Counts what is in the cart beside the link to it, lets links to the cart open the drawer, and sends what puts things in or
 * changes them there.
 */
export function driveCart(): void {
  recount()
  const cart = findDrawer()
  if (!cart) return
  document.addEventListener('click', (event) => click(event, cart))
  document.addEventListener('submit', (event) => submit(event, cart))
  window.addEventListener('pageshow', (event) => comeBack(event, cart))
  document.addEventListener('visibilitychange', recount)
  // Where a browser tells, other tabs are heard of at once.
  window.cookieStore?.addEventListener('change', recount)
}

function findDrawer(): CartDrawer | null {
  const drawer = document.querySelector<HTMLDialogElement>('dialog.cart-drawer')
  const said = drawer?.querySelector('output')
  const shown = drawer?.querySelector('.cart')
  const href = document.querySelector('a.cart-link')?.getAttribute('href')
  return drawer && said && shown && href ? { drawer, said, shown, href, texts: drawer.dataset } : null
}

function recount(): void {
  const count = document.querySelector<HTMLElement>('.cart-count')
  if (!count) return
  const quantities = [...cartInCookies().matchAll(/:(\d+)/g)].map(([, quantity]) => Number(quantity))
  const sum = quantities.reduce((all, quantity) => all + quantity, 0)
  count.hidden = sum === 0
  count.textContent = sum === 0 ? '' : String(sum)
}

function click(event: MouseEvent, cart: CartDrawer) {
  const { target, ctrlKey, metaKey, shiftKey } = event
  const link = target instanceof Element ? target.closest('a.cart-link') : null
  // On the cart's page the link shows the page anew, as links do.
  if (!link || ctrlKey || metaKey || shiftKey || document.querySelector('main .cart')) return
  event.preventDefault()
  cart.drawer.showModal()
  void show(cart, null)
}

function submit(event: SubmitEvent, cart: CartDrawer) {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement)) return
  const isInside = cart.drawer.contains(form)
  const address = submitter?.getAttribute('formaction') ?? (isInside && form.getAttribute('action'))
  if (address !== '/api/cart') return
  event.preventDefault()
  const change = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === 'string') change.append(name, value)
  void (isInside ? show(cart, change) : add(cart, change, form))
}

/** Changes the cart in the drawer, or asks how it is. */
async function show(cart: CartDrawer, change: URLSearchParams | null) {
  const { drawer, said, shown } = cart
  const id = document.activeElement?.id ?? ''
  const isShown = await ask(cart, said, change)
  // What can be seen in the cart is only read aloud.
  said.className = isShown ? 'aloud' : 'notice'
  if (!isShown) return said.scrollIntoView({ block: 'nearest' })
  said.textContent ||= shown.querySelector('.total')?.textContent ?? ''
  // What had the focus is gone, and something like it is there instead.
  const note = shown.querySelector<HTMLElement>('.cart-note')
  const next = document.getElementById(id) ?? note?.querySelector('button') ?? note ?? drawer
  if (change) next.focus()
}

/** Puts something into the cart, and says so where the shopper is looking. */
async function add(cart: CartDrawer, change: URLSearchParams, form: HTMLFormElement) {
  const { href, texts } = cart
  const said = say(form, texts['adding'] ?? '')
  if (!said || !(await ask(cart, said, change))) return
  // Said once, here.
  cart.shown.querySelector('.cart-note')?.remove()
  const link = document.createElement('a')
  said.append(' ', Object.assign(link, { href, className: 'cart-link', textContent: texts['see'] }))
}

/** Gives whether a cart came. If not, `said` tells why. */
async function ask(
  { drawer, shown, href, texts }: CartDrawer,
  said: Element,
  change: URLSearchParams | null,
) {
  // One after the other: what comes first would be shown last.
  if (drawer.ariaBusy) return false
  drawer.ariaBusy = 'true'
  const failed = { words: texts['failed'] ?? '', parts: null }
  const { words, parts } = await askCart(href, change).catch(() => failed)
  drawer.ariaBusy = null
  if (parts) shown.replaceChildren(...parts)
  said.textContent = words
  recount()
  return parts !== null
}

function comeBack({ persisted }: PageTransitionEvent, { drawer }: CartDrawer) {
  // What it shows may be paid for.
  if (persisted) drawer.close()
  recount()
}
