import { openCheckout } from './open-checkout.ts'

// How many milliseconds a payment page may take to come before the button works again.
const longEnough = 5_000

/** Lets the page's forms that buy what is in them say what happens meanwhile. Without script the browser posts them. */
export function driveCheckout(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('main form[data-opening]')) drive(form)
}

function drive(form: HTMLFormElement): void {
  const message = form.querySelector('.checkout-message')
  const { opening = '', unavailable = '', publishableKey = '', stripeJs = '' } = form.dataset
  let isOpening = false

  function say(words: string) {
    isOpening = false
    if (message) message.textContent = words
  }

  async function submit(event: SubmitEvent) {
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    // A second click while the first is under way would ask for a second session.
    if (isOpening) return
    say(opening)
    isOpening = true
    const stripe = { publishableKey, scriptUrl: stripeJs }
    const problem = await openCheckout({ form: new FormData(form), stripe }).catch(() => unavailable)
    // On its way, and nothing tells when the shopper stops that. The server has one order for one cart, however often asked.
    if (problem === null) setTimeout(say, longEnough, '')
    else say(problem)
  }

  form.addEventListener('submit', (event) => void submit(event))
  // Back from the payment page shows this page as it was left: its button must work again.
  window.addEventListener('pageshow', () => say(''))
}
