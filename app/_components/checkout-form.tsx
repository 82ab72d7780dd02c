'use client'
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { CheckoutTexts } from '../_lib/checkout-texts'
import { openCheckout } from '../_lib/open-checkout'
import type { StripeJs } from '../_lib/stripe-js'

// How many milliseconds a payment page may take to come before the button works again.
const longEnough = 5_000

interface CheckoutFormProps {
  readonly className: string
  readonly stripeJs: StripeJs
  readonly texts: CheckoutTexts
  readonly children: ReactNode
}

/** A form that buys what is in it. Without script the browser posts it; with script it says what happens meanwhile. */
export function CheckoutForm({ className, stripeJs, texts, children }: CheckoutFormProps) {
  const [message, setMessage] = useState<string | null>(null)
  const opening = useRef(false)

  const say = useCallback((problem: string | null) => {
    opening.current = false
    setMessage(problem)
  }, [])

  useEffect(() => {
    // Back from the payment page shows this page as it was left: its button must work again.
    const restore = () => say(null)
    window.addEventListener('pageshow', restore)
    return () => window.removeEventListener('pageshow', restore)
  }, [say])

  async function submit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    // A second click while the first is under way would ask for a second session.
    if (opening.current) return
    opening.current = true
    setMessage(texts.opening)
    const problem = await openCheckout({ form: new FormData(event.currentTarget), stripeJs }).catch(
      () => texts.unavailable,
    )
    // On its way, and nothing tells when the shopper stops that. The server has one order for one cart, however often asked.
    if (problem === null) setTimeout(() => say(null), longEnough)
    else say(problem)
  }

  return (
    <form
      className={className}
      action="/api/checkout_sessions"
      method="post"
      onSubmit={(event) => void submit(event)}
    >
      {children}
      <output className="checkout-message">{message}</output>
    </form>
  )
}
