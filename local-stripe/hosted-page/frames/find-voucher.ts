// The voucher of a session that was completed with a method that is paid elsewhere: at a convenience store, a cash machine.
import type { Account } from '../../account.ts'
import type { PaymentIntent, Session } from '../../store/stripe-types.ts'

type NextAction = NonNullable<PaymentIntent['next_action']>
export type Voucher =
  | { type: 'konbini'; details: NonNullable<NextAction['konbini_display_details']> }
  | { type: 'multibanco'; details: NonNullable<NextAction['multibanco_display_details']> }

/** What the shopper still has to pay with; null when there is nothing, or it is paid. */
export function findVoucher(intent: PaymentIntent | null): Voucher | null {
  const { konbini_display_details: konbini, multibanco_display_details: multibanco } =
    intent?.next_action ?? {}
  if (konbini) return { type: 'konbini', details: konbini }
  return multibanco ? { type: 'multibanco', details: multibanco } : null
}

/** The voucher of a session's payment. */
export function sessionVoucher(account: Account, session: Session): Voucher | null {
  return findVoucher(account.store.find('payment_intent', session.payment_intent ?? ''))
}
