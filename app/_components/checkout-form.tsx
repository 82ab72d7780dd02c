import type { ReactNode } from 'react'
import { stripeJs } from '../_lib/stripe-js'
import type { Translate } from '../_lib/translate'

interface CheckoutFormProps {
  readonly className: string
  readonly t: Translate
  readonly children: ReactNode
  /** What stands below what it says. */
  readonly after?: ReactNode
}

/** A form that buys what is in it. Without script the browser posts it; with script it says what happens meanwhile. */
export function CheckoutForm({ className, t, children, after }: CheckoutFormProps) {
  const { publishableKey, scriptUrl } = stripeJs()
  return (
    <form
      className={className}
      action="/api/checkout_sessions"
      method="post"
      data-opening={t('product.opening')}
      data-slow={t('product.slow')}
      data-unavailable={t('problem.payment-unavailable')}
      data-publishable-key={publishableKey}
      data-stripe-js={scriptUrl}
    >
      {children}
      <output className="checkout-message" />
      {after}
    </form>
  )
}
