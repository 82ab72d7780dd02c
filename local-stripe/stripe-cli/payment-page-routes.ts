// A session is paid without its page: how `stripe trigger checkout.session.completed` does it. Stripe's own page uses
// these URLs, too; they are not documented.
import { integer, needed, text } from '../api/fields.ts'
import { route, type Call, type Route } from '../api/route.ts'
import { invalidRequest, type StripeError } from '../api/stripe-error.ts'
import { completeSession } from '../checkout/complete-session.ts'
import { findSession } from '../checkout/session-routes.ts'
import { noAddress, unknownShopper, type Shopper } from '../checkout/shopper.ts'
import { declineOf } from '../payments/declines.ts'
import { declined } from '../payments/intents/intent-errors.ts'
import { methodToPayWith } from '../payments/payment-methods/method-to-pay-with.ts'
import { paySessionWith } from '../payments/pay-session.ts'
import type { PaymentMethod, Session } from '../store/stripe-types.ts'

const path = '/v1/payment_pages/:id'

export const paymentPageRoutes: Route[] = [
  route({ method: 'GET', path, fields: {}, run: ({ account, id }) => findSession(account, id) }),
  route({
    method: 'POST',
    path: `${path}/confirm`,
    fields: { expected_amount: integer(), payment_method: needed(text()) },
    run: confirm,
  }),
]

type Confirming = { expected_amount?: number | undefined; payment_method: string }

/** Pays a session and gives it as it is then; a declined payment is the error that comes back. Throws 400s. */
function confirm({ account, id, params }: Call<Confirming>): Session | StripeError {
  const session = findSession(account, id)
  checkPayable(session, params.expected_amount)
  const { payment_method } = params
  const { customer, payment_method_types: types } = session
  const method = methodToPayWith(account, { payment_method }, { customer, types })
  if (method === null) throw invalidRequest('A payment method is needed.', { param: 'payment_method' })
  const shopper = shopperOf(session, method)
  if (session.amount_total === 0) {
    completeSession(account, { session, shopper, paymentStatus: 'no_payment_required' })
    return findSession(account, id)
  }
  const paid = paySessionWith(account, { session, shopper, method })
  const now = findSession(account, id)
  if (paid.result !== 'declined') return now
  const intent = account.store.find('payment_intent', now.payment_intent ?? '')
  return intent === null ? now : declined(intent, declineOf(paid.reason))
}

function checkPayable(session: Session, expected: number | undefined): void {
  if (session.status !== 'open') {
    throw invalidRequest('This Checkout Session is no longer active.', {
      code: 'checkout_not_active_session',
    })
  }
  if (expected !== undefined && expected !== session.amount_total) {
    throw invalidRequest('The amount of this Checkout Session is not the expected one.', {
      code: 'checkout_amount_mismatch',
      param: 'expected_amount',
    })
  }
}

/** Whom the payment method tells of; goods go to the same address. */
function shopperOf(session: Session, { billing_details }: PaymentMethod): Shopper {
  const { name, phone } = billing_details
  const address = billing_details.address ?? noAddress
  const shipping = session.shipping_address_collection && { name: name ?? '', address }
  const email = session.customer_email ?? billing_details.email
  return { ...unknownShopper, address, email, name, phone, shipping }
}
