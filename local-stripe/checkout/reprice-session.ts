// Whatever changes in an open session, its totals follow, and so does the amount of its PaymentIntent if it has one.
import type { Account } from '../account.ts'
import { invalidRequest } from '../api/stripe-error.ts'
import { checkMinimum } from '../discounts/find-discount.ts'
import type { PaymentIntent, Session } from '../store/stripe-types.ts'
import { sessionDiscounts, type AppliedDiscount } from './applied-discount.ts'
import { orderItems, replaceItems } from './order-items.ts'
import { priceOrder, type OrderItem, type PricedOrder, type Shipping } from './price-order.ts'
import { unfinished } from './expire-session.ts'
import { hideDetails, sessionDetails } from './session-details.ts'
import { chosenShipping } from './shipping-choice.ts'

/** What is left out stays as it is. */
export type OrderChange = {
  items?: OrderItem[]
  discount?: AppliedDiscount | null
  shipping?: Shipping | null
}

/** Saves an open session with a changed order and its new totals. Throws Stripe's 400s before anything is written. */
export function repriceSession(account: Account, session: Session, change: OrderChange): Session {
  checkOpen(session)
  const details = sessionDetails(account, session.id)
  const discount = change.discount === undefined ? details.discount : change.discount
  const priced = priceOrder(account, {
    currency: session.currency ?? '',
    items: change.items ?? orderItems(account, session.id),
    discount,
    shipping: change.shipping === undefined ? chosenShipping(session) : change.shipping,
  })
  if (discount?.promotionCode) checkMinimum(account, discount.promotionCode, purchaseOf(session, priced))
  const saved: Session = { ...session, ...priced.amounts, discounts: sessionDiscounts(discount) }
  replaceItems(account, session.id, priced.items)
  account.store.save(saved)
  hideDetails(account, session.id, {
    ...details,
    discount,
    total_details: { breakdown: priced.breakdown },
  })
  followTotal(account, saved)
  return saved
}

/** An order does not keep a discount that it has become too small for. */
function purchaseOf({ currency }: Session, { amounts }: PricedOrder): Parameters<typeof checkMinimum>[2] {
  return { amount: amounts.amount_subtotal ?? 0, currency: currency ?? '', param: 'discounts' }
}

/** Refuses to change a session that is complete or expired. */
export function checkOpen(session: Session): void {
  if (session.status === 'open') return
  throw invalidRequest(
    `Only Checkout Sessions with a status in ["open"] can be changed. ` +
      `This Checkout Session has a status of "${session.status}".`,
    { code: 'checkout_session_not_open' },
  )
}

/** A shopper who changes the order while the bank still waits for an answer begins the payment anew. */
function followTotal(account: Account, session: Session): void {
  const intent = account.store.find('payment_intent', session.payment_intent ?? '')
  if (intent === null || !unfinished.has(intent.status)) return
  const amount = session.amount_total ?? 0
  if (intent.amount === amount) return
  const followed: PaymentIntent = {
    ...intent,
    amount,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  }
  account.store.save(followed)
}
