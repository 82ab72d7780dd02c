'use client'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CheckoutTexts } from '../_lib/checkout-texts'
import { openCheckout } from '../_lib/open-checkout'
import type { StripeJs } from '../_lib/stripe-js'

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

  useEffect(() => {
    // Back from the payment page shows this page as it was left: its button must work again.
    const restore = () => {
      opening.current = false
      setMessage(null)
    }
    window.addEventListener('pageshow', restore)
    return () => window.removeEventListener('pageshow', restore)
  }, [])

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
    if (problem === null) return
    opening.current = false
    setMessage(problem)
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
