// The browser's side of a checkout: ask the shop for a session, then go to it with Stripe.js.
import type { Stripe } from '@stripe/stripe-js'

// How long Stripe.js may take before the session's own url is used, which always works. Stripe.js itself waits for ever.
const patience = 3_000
// The shop gives Stripe two tries of five seconds. A connection that stalls for longer brings no answer any more.
const answerPatience = 45_000

interface StripeJs {
  readonly publishableKey: string
  /** Where Stripe.js is served instead of by Stripe; empty: Stripe's own address. */
  readonly scriptUrl: string
}

/** Asks for a session for the form's items. Gives what went wrong, in words, or null when the browser is on its way. */
export async function openCheckout({
  form,
  stripe,
}: {
  form: FormData
  stripe: StripeJs
}): Promise<string | null> {
  const answer = await fetch('/api/checkout_sessions', {
    method: 'POST',
    signal: AbortSignal.timeout(answerPatience),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      items: itemsOf(form),
      locale: form.get('locale'),
      currency: form.get('currency'),
      from: form.get('from'),
      shown: form.get('shown'),
    }),
  })
  const body = (await answer.json()) as { id: string; url: string; code: string; detail: string }
  // The cart's page, made anew, tells which.
  const cart = document.querySelector<HTMLAnchorElement>('a.cart-link')
  if (cart && body.code === 'price-changed')
    window.location.assign(`${cart.href}?problem=${body.code}#cart-note`)
  if (!answer.ok) return body.detail
  await redirectToCheckout({ sessionId: body.id, url: body.url, stripe })
  return null
}

function itemsOf(form: FormData): { sku: FormDataEntryValue; quantity: number }[] {
  const quantities = form.getAll('quantity').map(Number)
  return form.getAll('sku').map((sku, index) => ({ sku, quantity: quantities[index] ?? 1 }))
}

interface Leaving {
  readonly sessionId: string
  readonly url: string
  readonly stripe: StripeJs
}

/** Leaves for a session's payment page: with Stripe.js if it comes in time and does it, else by the session's url. */
async function redirectToCheckout({ sessionId, url, stripe }: Leaving) {
  let leaving = false
  window.addEventListener('beforeunload', () => (leaving = true), { once: true })
  try {
    const stripeJs = await inTime(loadStripeJs(stripe))
    // Resolves only when it could not redirect. Version 7 of Stripe.js is the last that has it.
    await inTime(stripeJs?.redirectToCheckout({ sessionId }))
  } catch {
    // Blocked, offline or hanging: none of it keeps a shopper from paying.
  }
  if (!leaving) window.location.assign(url)
}

async function loadStripeJs({ publishableKey, scriptUrl }: StripeJs): Promise<Stripe | null> {
  if (scriptUrl && !('Stripe' in window)) await loadScript(scriptUrl)
  const { loadStripe } = await import('@stripe/stripe-js/pure')
  return loadStripe(publishableKey)
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), {
      src,
      onload: () => resolve(),
      onerror: reject,
    })
    document.head.append(script)
  })
}

function inTime<Value>(promise: Promise<Value> | undefined): Promise<Value | undefined> {
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('Stripe.js took too long')), patience),
  )
  return Promise.race([promise, timeout])
}
