// What a PaymentIntent wants of its payment: for one method it may want something else than for all others.
import type { PaymentIntent } from '../store/stripe-types.ts'

type Intent = Pick<PaymentIntent, 'capture_method' | 'payment_method_options' | 'setup_future_usage'>

/** Whether the payment method is to be kept, and for what; null when it is not. */
export function usageOf(intent: Intent, type: string): string | null {
  const own = member(intent, type, 'setup_future_usage')
  if (own === 'none') return null
  return own ?? intent.setup_future_usage
}

/** Whether the money is held until it is captured. */
export function isHeld(intent: Intent, type: string): boolean {
  return (member(intent, type, 'capture_method') ?? intent.capture_method) === 'manual'
}

function member(intent: Intent, type: string, name: string): string | null {
  const options = new Map(Object.entries(intent.payment_method_options ?? {})).get(type) ?? {}
  const value: unknown = new Map(Object.entries(options)).get(name)
  return typeof value === 'string' ? value : null
}
