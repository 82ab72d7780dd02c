import { openCheckout } from './open-checkout.ts'
import { say } from './say.ts'

// How many milliseconds a shopper waits before being told that it takes longer, and a payment page may take to come before
// the button works again.
const wait = 4_000
const longEnough = 5_000

// One at a time: a page is left for one payment page.
let timer = 0

interface Checkout {
  readonly form: HTMLFormElement
  readonly button: HTMLElement
}

/** Lets the forms that buy what is in them say what happens meanwhile. Without script the browser posts them. */
export function driveCheckout(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter: button } = event
    if (!(form instanceof HTMLFormElement) || !button || !form.dataset['opening']) return
    if (button.hasAttribute('formaction')) return
    event.preventDefault()
    // Under way already, which asked again would be a second session; or it cannot be, and why not stands beside it.
    if (button.ariaDisabled !== 'true') void submit({ form, button })
  })
  // Back from the payment page shows this page as it was left: its button must work again.
  window.addEventListener('pageshow', ({ persisted }) => persisted && restBusy())
}

async function submit(checkout: Checkout) {
  const { form, button } = checkout
  const { opening = '', slow = '', unavailable = '', publishableKey = '', stripeJs = '' } = form.dataset
  restBusy()
  button.ariaDisabled = 'true'
  button.ariaBusy = 'true'
  say(form, opening)
  timer = window.setTimeout(say, wait, form, slow)
  const stripe = { publishableKey, scriptUrl: stripeJs }
  const problem = await openCheckout({ form: new FormData(form), stripe }).catch(() => unavailable)
  if (problem !== null) return rest(checkout, problem)
  // On its way, and nothing tells when the shopper stops that. The server has one order for one cart, however often asked.
  clearTimeout(timer)
  timer = window.setTimeout(rest, longEnough, checkout)
}

function restBusy() {
  const button = document.querySelector<HTMLButtonElement>('button[aria-busy]')
  if (button?.form) rest({ form: button.form, button })
}

function rest({ form, button }: Checkout, words = '') {
  clearTimeout(timer)
  button.ariaDisabled = null
  button.ariaBusy = null
  say(form, words)
}
